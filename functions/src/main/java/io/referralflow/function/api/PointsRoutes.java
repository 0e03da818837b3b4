package io.referralflow.function.api;

import io.referralflow.json.PointsJson;
import io.referralflow.points.CatalogueItem;
import io.referralflow.points.CorrectPoints;
import io.referralflow.points.CorrectPoints.Correcting;
import io.referralflow.points.HandleOrder;
import io.referralflow.points.HandleOrder.Ending;
import io.referralflow.points.HandleOrder.Handling;
import io.referralflow.points.ItemId;
import io.referralflow.points.ListOpenOrders;
import io.referralflow.points.OrderId;
import io.referralflow.points.PlaceOrder;
import io.referralflow.points.PlaceOrder.Placing;
import io.referralflow.points.ReadAccount;
import io.referralflow.points.SaveItem;
import io.referralflow.points.SaveItem.Saving;
import io.referralflow.port.Points;
import io.referralflow.port.Programmes;
import io.referralflow.staff.Caller;
import io.referralflow.staff.EmployeeId;
import io.referralflow.staff.Role;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Points: what somebody has, what it can be exchanged for, and orders.
public final class PointsRoutes {

  private static final Pattern KEY = Pattern.compile("[!-~]{1,128}");
  private static final String KEY_HEADER = "Idempotency-Key";

  private final Points points;
  private final Programmes programmes;
  private final ReadAccount readAccount;
  private final SaveItem saveItem;
  private final PlaceOrder placeOrder;
  private final ListOpenOrders listOpenOrders;
  private final HandleOrder handleOrder;
  private final CorrectPoints correctPoints;

  public PointsRoutes(
      Points points,
      Programmes programmes,
      ReadAccount readAccount,
      SaveItem saveItem,
      PlaceOrder placeOrder,
      ListOpenOrders listOpenOrders,
      HandleOrder handleOrder,
      CorrectPoints correctPoints) {
    this.points = points;
    this.programmes = programmes;
    this.readAccount = readAccount;
    this.saveItem = saveItem;
    this.placeOrder = placeOrder;
    this.listOpenOrders = listOpenOrders;
    this.handleOrder = handleOrder;
    this.correctPoints = correctPoints;
  }

  List<Route> routes() {
    var everybody = Set.<Role>of();
    var manager = Set.of(Role.PROGRAMME_MANAGER);
    return List.of(
        Route.signedIn("GET", "/points", false, everybody, this::account),
        Route.signedIn("GET", "/catalogue", false, everybody, (who, _) -> catalogue(who)),
        Route.signedIn("PUT", "/catalogue/{id}", true, manager, this::save),
        Route.signedIn("POST", "/points/orders", true, everybody, this::order),
        Route.signedIn("GET", "/points/orders", false, everybody, this::orders),
        Route.signedIn(
            "POST",
            "/points/orders/{id}/delivery",
            false,
            manager,
            (who, call) -> handle(who, call, new Ending.Delivery())),
        Route.signedIn("POST", "/points/orders/{id}/cancellation", true, manager, this::cancel),
        Route.signedIn("POST", "/points/corrections", true, manager, this::correct));
  }

  private Answer account(Caller caller, Call call) {
    return Paging.page(
        call, page -> Answer.ok(PointsJson.account(readAccount.execute(caller.employee(), page))));
  }

  /// What is retired is for programme managers only, who may bring it back.
  private Answer catalogue(Caller caller) {
    var manages = caller.has(Role.PROGRAMME_MANAGER);
    var shown =
        points.catalogue().stream().filter(item -> manages || item.content().active()).toList();
    return Answer.ok(PointsJson.catalogue(shown, programmes.settings(), manages));
  }

  private Answer save(Caller caller, Call call) {
    var id = call.variable("id");
    return ItemId.isValid(id)
        ? Bodies.then(
            PointsJson.content(call.request().body()),
            content ->
                switch (saveItem.execute(caller.id(), new ItemId(id), content)) {
                  case Saving.Saved(var item, var made) -> {
                    var json = PointsJson.item(item, programmes.settings());
                    yield made ? Answer.made(json) : Answer.ok(json);
                  }
                  case Saving.TooMany _ ->
                      Answer.refused(
                          Refusal.WRONG_STATE,
                          "There are " + CatalogueItem.MOST + " items, and no more are kept.");
                })
        : Answer.wrong("id", "format", "1 to 40 lower-case letters, digits, dashes.");
  }

  private static Answer withKey(Call call, Function<String, Answer> handler) {
    var key = call.request().header("idempotency-key");
    if (key.isEmpty()) {
      return Answer.wrong(KEY_HEADER, "required", "This header is required.");
    }
    return KEY.matcher(key.get()).matches()
        ? handler.apply(key.get())
        : Answer.wrong(KEY_HEADER, "format", "1 to 128 visible characters.");
  }

  private Answer order(Caller caller, Call call) {
    return withKey(
        call,
        key ->
            Bodies.then(
                PointsJson.wanted(call.request().body()),
                wanted ->
                    answer(
                        placeOrder.execute(
                            new PlaceOrder.Request(
                                caller.employee(), wanted.item(), wanted.price(), key)))));
  }

  private static Answer answer(Placing placing) {
    return switch (placing) {
      case Placing.Placed(var order) -> Answer.made(PointsJson.order(order));
      case Placing.KeyReused _ -> Answer.refused(Refusal.KEY_REUSED);
      case Placing.NotOffered _ ->
          Answer.wrong("item", "item-unknown", "There is no such item in the catalogue.");
      case Placing.OtherPrice(var price) ->
          Answer.wrong("price", "differs", "It costs " + price + " points.");
      case Placing.SoldOut _ -> Answer.refused(Refusal.WRONG_STATE, "It is sold out.");
      case Placing.NotEnough _ -> Answer.refused(Refusal.NOT_ENOUGH_POINTS);
    };
  }

  private Answer orders(Caller caller, Call call) {
    return switch (call.query("list").orElse("own")) {
      case "own" ->
          Paging.page(
              call, page -> Answer.ok(PointsJson.orders(points.ordersOf(caller.id(), page))));
      case "open" ->
          caller.has(Role.PROGRAMME_MANAGER)
              ? Paging.page(
                  call, page -> Answer.ok(PointsJson.openOrders(listOpenOrders.execute(page))))
              : Answer.refused(Refusal.FORBIDDEN);
      default -> Answer.wrong("list", "not-in-list", "own or open.");
    };
  }

  private Answer cancel(Caller caller, Call call) {
    return Bodies.then(
        PointsJson.cancellation(call.request().body()), ending -> handle(caller, call, ending));
  }

  private Answer handle(Caller caller, Call call, Ending ending) {
    return Optional.of(call.variable("id"))
        .filter(OrderId::isValid)
        .map(OrderId::new)
        .map(id -> answer(handleOrder.execute(caller.employee(), id, ending)))
        .orElseGet(() -> Answer.refused(Refusal.NOT_FOUND));
  }

  private static Answer answer(Handling handling) {
    return switch (handling) {
      case Handling.Handled(var order) -> Answer.ok(PointsJson.order(order));
      case Handling.OwnOrder _ -> Answer.refused(Refusal.OWN_POINTS);
      case Handling.EndedOtherwise _ ->
          Answer.refused(Refusal.WRONG_STATE, "It was delivered, or cancelled, before.");
      case Handling.NotFound _ -> Answer.refused(Refusal.NOT_FOUND);
    };
  }

  private Answer correct(Caller caller, Call call) {
    return withKey(
        call,
        key ->
            Bodies.then(
                PointsJson.correction(call.request().body()),
                said ->
                    answer(
                        said.employee(),
                        correctPoints.execute(
                            caller.employee(),
                            key,
                            said.employee(),
                            said.change(),
                            said.reason()))));
  }

  private static Answer answer(EmployeeId whose, Correcting correcting) {
    return switch (correcting) {
      case Correcting.Corrected(var entry) -> Answer.made(PointsJson.corrected(whose, entry));
      case Correcting.KeyReused _ -> Answer.refused(Refusal.KEY_REUSED);
      case Correcting.OwnAccount _ -> Answer.refused(Refusal.OWN_POINTS);
      case Correcting.Unknown _ ->
          Answer.wrong("employee", "employee-unknown", "Nobody of this id has signed in.");
      case Correcting.NotEnough _ -> Answer.refused(Refusal.NOT_ENOUGH_POINTS);
    };
  }
}
