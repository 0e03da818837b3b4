package io.referralflow.fake;

import io.referralflow.candidate.Email;
import io.referralflow.candidate.PersonKey;
import io.referralflow.port.Seals;
import io.referralflow.referral.ReferralId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/// Seals without a secret: whoever reads this can forge them, but no address shines through.
public final class FakeSeals implements Seals {

  private static final String INVITATION = "invitation-";

  private static final Pattern TOKEN = Pattern.compile(INVITATION + "([^-]+)(?:-([0-9]{1,3}))?");

  @Override
  public PersonKey person(Email email) {
    return new PersonKey("1." + digest(email.value()));
  }

  @Override
  public String digest(String text) {
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public String invitation(ReferralId id, int generation) {
    return INVITATION + id.value() + (generation == 1 ? "" : "-" + generation);
  }

  @Override
  public Optional<Invitation> opened(String token) {
    var found = TOKEN.matcher(token);
    return found.matches() && ReferralId.isValid(found.group(1))
        ? Optional.of(
            new Invitation(
                new ReferralId(found.group(1)),
                Optional.ofNullable(found.group(2)).map(Integer::valueOf).orElse(1)))
        : Optional.empty();
  }
}
