package io.referralflow.architecture.planted.whatisworkedoutafreshdoesnotknowthefold.referral;

public record Life(int day) {}
