package io.referralflow.fake;

import io.referralflow.candidate.Email;
import io.referralflow.candidate.PersonKey;
import io.referralflow.port.Seals;
import io.referralflow.referral.ReferralId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/// Seals without a secret: whoever reads this can forge them, but no address shines through.
public final class FakeSeals implements Seals {

  private static final String INVITATION = "invitation-";

  private final Set<ReferralId> revoked = new HashSet<>();

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
  public String invitation(ReferralId id) {
    return INVITATION + id.value();
  }

  @Override
  public synchronized Optional<ReferralId> opened(String token) {
    return token.startsWith(INVITATION) && ReferralId.isValid(token.substring(INVITATION.length()))
        ? Optional.of(new ReferralId(token.substring(INVITATION.length())))
            .filter(id -> !revoked.contains(id))
        : Optional.empty();
  }

  public synchronized void revoke(ReferralId id) {
    revoked.add(id);
  }
}
