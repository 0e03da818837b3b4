/// The people of the organisation as HR's directory knows them, whether they ever signed in or not:
/// team, contract, manager, service, and what payroll needs. Start at [Colleague].
@NullMarked
package io.referralflow.directory;

import org.jspecify.annotations.NullMarked;
