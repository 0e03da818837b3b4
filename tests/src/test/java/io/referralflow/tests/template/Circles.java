package io.referralflow.tests.template;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds resources that depend on themselves through others. CloudFormation refuses those, but only
/// when it is asked to deploy.
final class Circles {

  private final Map<String, Object> resources;
  private final Set<String> done = new HashSet<>();
  private final Deque<String> way = new ArrayDeque<>();
  private final List<String> found = new ArrayList<>();

  private Circles(Map<String, Object> resources) {
    this.resources = resources;
  }

  static List<String> in(Map<String, Object> resources) {
    Circles circles = new Circles(resources);
    resources.keySet().forEach(circles::follow);
    return List.copyOf(circles.found);
  }

  private void follow(String name) {
    if (way.contains(name)) {
      List<String> circle = new ArrayList<>(way);
      found.add(
          String.join(" -> ", circle.subList(circle.indexOf(name), circle.size())) + " -> " + name);
      return;
    }
    if (!resources.containsKey(name) || done.contains(name)) {
      return;
    }
    way.addLast(name);
    Template.references(resources.get(name)).forEach(this::follow);
    way.removeLast();
    done.add(name);
  }
}
