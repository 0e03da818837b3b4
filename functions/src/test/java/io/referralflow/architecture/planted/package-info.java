/// Code that is wrong on purpose: one package per rule, named like the rule, which breaks that rule
/// and so shows that the rule can fail.
package io.referralflow.architecture.planted;
