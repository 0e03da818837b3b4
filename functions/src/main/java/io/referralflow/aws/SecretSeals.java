package io.referralflow.aws;

import io.referralflow.candidate.Email;
import io.referralflow.candidate.PersonKey;
import io.referralflow.port.Seals;
import io.referralflow.referral.ReferralId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/// Keyed hashes by the product's one secret, which Secrets Manager keeps as JSON of key numbers and
/// keys. It is read inside the first call and kept with this object: a secret read at start would
/// be part of a snapshot. Every hash names its key. Keys are added and never taken out.
public final class SecretSeals implements Seals {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int MAC_BYTES = 16;
  private static final int ID_BYTES = 26;

  private static final Pattern PAIR =
      Pattern.compile("\\s*\"([1-9][0-9]{0,2})\"\\s*:\\s*\"([^\"\\\\]+)\"\\s*");

  /// What a hash is made for, so that one made for a purpose is worth nothing for another.
  private static final byte FOR_PERSON = 1;

  private static final byte FOR_DIGEST = 2;
  private static final byte FOR_INVITATION = 3;

  private record Secret(TreeMap<Integer, byte[]> keys) {}

  private final SecretsManagerClient secrets;
  private final String secretId;
  private volatile @Nullable Secret secret;

  public SecretSeals(SecretsManagerClient secrets, String secretId) {
    this.secrets = secrets;
    this.secretId = secretId;
  }

  /// The oldest key is used, for ever: a person must stay findable by what was stored with it.
  @Override
  public PersonKey person(Email email) {
    var number = secret().keys().firstKey();
    return new PersonKey(number + "." + encoded(mac(number, FOR_PERSON, bytes(email.value()))));
  }

  /// The oldest key is used here too: what it is compared with may be as old.
  @Override
  public String digest(String text) {
    var number = secret().keys().firstKey();
    return number + "." + encoded(mac(number, FOR_DIGEST, bytes(text)));
  }

  @Override
  public String invitation(ReferralId id, int generation) {
    var number = secret().keys().lastKey();
    var named = named(number, generation, id);
    return encoded(
        ByteBuffer.allocate(named.length + MAC_BYTES)
            .put(named)
            .put(mac(number, FOR_INVITATION, named))
            .array());
  }

  @Override
  public Optional<Invitation> opened(String token) {
    return decoded(token)
        .filter(bytes -> bytes.length == 2 + ID_BYTES + MAC_BYTES && bytes[1] != 0)
        .filter(this::isGenuine)
        .flatMap(SecretSeals::invitation);
  }

  private static Optional<Invitation> invitation(byte[] token) {
    var id = new String(token, 2, ID_BYTES, StandardCharsets.US_ASCII);
    return ReferralId.isValid(id)
        ? Optional.of(new Invitation(new ReferralId(id), Byte.toUnsignedInt(token[1])))
        : Optional.empty();
  }

  private boolean isGenuine(byte[] token) {
    var number = Byte.toUnsignedInt(token[0]);
    if (!secret().keys().containsKey(number)) {
      return false;
    }
    var named = Arrays.copyOf(token, 2 + ID_BYTES);
    var mac = Arrays.copyOfRange(token, 2 + ID_BYTES, token.length);
    return MessageDigest.isEqual(mac, mac(number, FOR_INVITATION, named));
  }

  /// Key number, generation and referral.
  private static byte[] named(int number, int generation, ReferralId id) {
    return ByteBuffer.allocate(2 + ID_BYTES)
        .put((byte) number)
        .put((byte) generation)
        .put(id.value().getBytes(StandardCharsets.US_ASCII))
        .array();
  }

  private byte[] mac(int number, byte purpose, byte[] text) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret().keys().get(number), ALGORITHM));
      mac.update(purpose);
      return Arrays.copyOf(mac.doFinal(text), MAC_BYTES);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Every Java knows " + ALGORITHM, impossible);
    }
  }

  private Secret secret() {
    var known = secret;
    if (known == null) {
      known = parsed(secrets.getSecretValue(request -> request.secretId(secretId)).secretString());
      secret = known;
    }
    return known;
  }

  /// The secret is an object of texts without escapes, as the stack generates it; anything else is
  /// refused without a word of it.
  private static Secret parsed(String json) {
    var text = json.strip();
    var keys = new TreeMap<Integer, byte[]>();
    if (text.startsWith("{") && text.endsWith("}")) {
      for (var pair : text.substring(1, text.length() - 1).split(",", -1)) {
        var found = PAIR.matcher(pair);
        if (!found.matches()) {
          throw new IllegalStateException("The secret is not an object of numbered keys");
        }
        keys.put(Integer.valueOf(found.group(1)), bytes(found.group(2)));
      }
    }
    if (keys.isEmpty() || keys.lastKey() > 255) {
      throw new IllegalStateException("The secret holds no keys numbered from 1 to 255");
    }
    return new Secret(keys);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static Optional<byte[]> decoded(String token) {
    try {
      return Optional.of(Base64.getUrlDecoder().decode(token));
    } catch (IllegalArgumentException forged) {
      return Optional.empty();
    }
  }
}
