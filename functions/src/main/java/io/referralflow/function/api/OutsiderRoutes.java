package io.referralflow.function.api;

import io.referralflow.directory.InviteOutsider;
import io.referralflow.directory.InviteOutsider.Inviting;
import io.referralflow.directory.WithdrawOutsider;
import io.referralflow.directory.WithdrawOutsider.Withdrawing;
import io.referralflow.hire.HrNumber;
import io.referralflow.json.OutsiderJson;
import io.referralflow.port.Directory;
import io.referralflow.staff.Caller;
import io.referralflow.staff.Role;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Former staff and outside relations who are invited to refer.
public final class OutsiderRoutes {

  private final Directory directory;
  private final InviteOutsider inviteOutsider;
  private final WithdrawOutsider withdrawOutsider;

  public OutsiderRoutes(
      Directory directory, InviteOutsider inviteOutsider, WithdrawOutsider withdrawOutsider) {
    this.directory = directory;
    this.inviteOutsider = inviteOutsider;
    this.withdrawOutsider = withdrawOutsider;
  }

  List<Route> routes() {
    var manager = Set.of(Role.PROGRAMME_MANAGER);
    return List.of(
        Route.signedIn(
            "GET",
            "/outside-referrers",
            false,
            manager,
            (_, call) ->
                Paging.page(
                    call, page -> Answer.ok(OutsiderJson.outsiders(directory.invited(page))))),
        Route.signedIn("POST", "/outside-referrers", true, manager, this::invite),
        Route.signedIn(
            "POST", "/outside-referrers/{id}/withdrawal", false, manager, this::withdraw));
  }

  private Answer invite(Caller caller, Call call) {
    return Bodies.then(
        OutsiderJson.outsider(call.request().body()),
        outsider ->
            switch (inviteOutsider.execute(caller.id(), outsider)) {
              case Inviting.Invited(var invited, var isNew) -> {
                var json = OutsiderJson.outsider(invited);
                yield isNew ? Answer.made(json) : Answer.ok(json);
              }
              case Inviting.InDirectory _ ->
                  Answer.refused(
                      Refusal.WRONG_STATE,
                      "The directory knows this address as somebody's who has not left.");
              case Inviting.Taken _ ->
                  Answer.refused(
                      Refusal.WRONG_STATE, "Somebody signs in with this address already.");
              case Inviting.AddressRefused _ ->
                  Answer.wrong("email", "format", "An address that mail can be sent to.");
              case Inviting.Unknown _ ->
                  Answer.refused(
                      Refusal.UNAVAILABLE, "It is not known how far this came. Send it again.");
            });
  }

  private Answer withdraw(Caller caller, Call call) {
    return Optional.of(call.variable("id"))
        .filter(HrNumber::isValid)
        .map(HrNumber::new)
        .map(number -> answer(withdrawOutsider.execute(caller.id(), number)))
        .orElseGet(() -> Answer.refused(Refusal.NOT_FOUND));
  }

  private static Answer answer(Withdrawing withdrawing) {
    return switch (withdrawing) {
      case Withdrawing.Withdrawn(var outsider) -> Answer.ok(OutsiderJson.outsider(outsider));
      case Withdrawing.NotFound _ -> Answer.refused(Refusal.NOT_FOUND);
      case Withdrawing.Unknown _ ->
          Answer.refused(Refusal.UNAVAILABLE, "It is not known how far this came. Send it again.");
    };
  }
}
