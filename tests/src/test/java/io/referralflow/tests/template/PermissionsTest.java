package io.referralflow.tests.template;

import static io.referralflow.tests.template.Template.at;
import static io.referralflow.tests.template.Template.list;
import static io.referralflow.tests.template.Template.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Each function's role allows what its code may call, and nothing else. What Lambda itself does
/// with a role (log, read the stream, hand over what failed) is no call of the code.
class PermissionsTest {

  private static final Template TEMPLATE = Template.ofProject();
  private static final Set<String> BY_LAMBDA_ITSELF =
      Set.of(
          "logs:CreateLogStream",
          "logs:PutLogEvents",
          "dynamodb:DescribeStream",
          "dynamodb:GetRecords",
          "dynamodb:GetShardIterator",
          "sqs:SendMessage");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ApiFunction",
        "HrEventsFunction",
        "WorkflowFunction",
        "OutboxFunction",
        "UpkeepFunction"
      })
  void a_role_allows_what_the_code_may_call_and_nothing_else(String function) {
    var needed = Reach.of(function);

    System.out.printf("Permissions: %s may call %s%n", function, needed);
    assertThat(allowed(function.replace("Function", "Role"))).isEqualTo(needed);
  }

  @Test
  void every_method_of_the_table_is_known() {
    assertThat(Reach.unknownMethodsOfTheTable()).isEmpty();
  }

  /// The actions of a role; a query of an index names it, and so does what goes to the table beside
  /// the one.
  private static Set<String> allowed(String role) {
    var allowed = new TreeSet<String>();
    var policy = at(TEMPLATE.root(), "Resources", role, "Properties", "Policies", "0");
    for (var statement : list(at(policy, "PolicyDocument", "Statement"))) {
      var resources = Template.texts(at(statement, "Resource"));
      for (var action : list(at(statement, "Action"))) {
        if (BY_LAMBDA_ITSELF.contains(text(action))) {
          continue;
        }
        if (resources.stream().anyMatch(resource -> resource.contains("KeptTable"))) {
          allowed.add(text(action) + " kept");
          continue;
        }
        allowed.add(text(action));
        if (text(action).equals("dynamodb:Query")) {
          resources.stream()
              .filter(resource -> resource.contains("/index/"))
              .map(resource -> resource.substring(resource.lastIndexOf('/') + 1))
              .forEach(index -> allowed.add("dynamodb:Query " + index));
        }
      }
    }
    return allowed;
  }
}
