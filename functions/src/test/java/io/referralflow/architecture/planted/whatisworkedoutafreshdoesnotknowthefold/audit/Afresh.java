package io.referralflow.architecture.planted.whatisworkedoutafreshdoesnotknowthefold.audit;

import io.referralflow.architecture.planted.whatisworkedoutafreshdoesnotknowthefold.referral.Life;

record Afresh(Life life) {}
