/// What `sam build` makes, as it goes to Lambda. Start at [DeploymentPackageIT].
@NullMarked
package io.referralflow.tests.artifact;

import org.jspecify.annotations.NullMarked;
