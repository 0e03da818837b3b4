/// What holds for `template.yaml` beyond its being valid: rules that a linter does not know, each
/// of them shown to fail on a template that was harmed on purpose. Start reading in `TemplateTest`.
@NullMarked
package io.referralflow.tests.template;

import org.jspecify.annotations.NullMarked;
