/// The person who is referred: personal data, consent and addresses. This data lives on its own
/// rows, so that it can be deleted without touching a fact or the ledger. Start at [Candidate].
@NullMarked
package io.referralflow.candidate;

import org.jspecify.annotations.NullMarked;
