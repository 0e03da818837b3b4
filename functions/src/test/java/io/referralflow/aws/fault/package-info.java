/// The real SDK under faults: every call to a service is lost, refused or answered twice, and what
/// the product makes of it is held against the same calls in memory. Start at [Fault] and
/// [FaultInterceptor]; [EveryCallSiteIT] is the table of call sites and faults.
@NullMarked
package io.referralflow.aws.fault;

import org.jspecify.annotations.NullMarked;
