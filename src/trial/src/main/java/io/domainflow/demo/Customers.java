package io.domainflow.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** The shop's customers and the names that they order: all invented, the same for the same seed. */
final class Customers {

  private static final List<String> FIRST_NAMES =
      List.of(
          "Anna", "Bela", "Clara", "David", "Elif", "Finn", "Greta", "Hannes", "Ines", "Jonas",
          "Katja", "Luca", "Mira", "Nils", "Olga", "Paul", "Rosa", "Stefan", "Tilda", "Viktor");

  private static final List<String> LAST_NAMES =
      List.of(
          "Albrecht",
          "Brandt",
          "Claussen",
          "Dietrich",
          "Eriksson",
          "Fontana",
          "Gerlach",
          "Hofer",
          "Ivanova",
          "Jansen",
          "Keller",
          "Lindner",
          "Moreau",
          "Novak",
          "Olsen",
          "Petersen",
          "Richter",
          "Sommer",
          "Thaler",
          "Wagner");

  private static final List<String> FIRST_WORDS =
      List.of(
          "amber", "birch", "cedar", "copper", "coral", "crane", "dune", "elm", "ember", "fern",
          "finch", "flint", "granite", "harbour", "hazel", "heron", "indigo", "juniper", "lark",
          "linden", "maple", "meadow", "mill", "north", "oak", "orchard", "otter", "pebble", "pine",
          "quarry", "raven", "river", "rowan", "saffron", "sparrow", "spruce", "thistle", "velvet",
          "willow", "wren");

  private static final List<String> SECOND_WORDS =
      List.of(
          "archive",
          "atelier",
          "bakery",
          "bikes",
          "books",
          "brewing",
          "cafe",
          "carpentry",
          "catering",
          "ceramics",
          "choir",
          "clinic",
          "coaching",
          "consulting",
          "design",
          "events",
          "farm",
          "films",
          "fitness",
          "gallery",
          "garden",
          "gear",
          "hotel",
          "interiors",
          "jewels",
          "kitchen",
          "law",
          "letters",
          "lighting",
          "logistics",
          "music",
          "optics",
          "pharmacy",
          "photo",
          "press",
          "sails",
          "studio",
          "tea",
          "tours",
          "yoga");

  /** Where they live: street, city, post code, country and the first digits of the phone. */
  private record Place(
      String street,
      String city,
      @Nullable String state,
      String postalCode,
      String country,
      String phone) {}

  private static final List<Place> PLACES =
      List.of(
          new Place("Lindenweg", "Berlin", null, "10115", "DE", "+49.3012"),
          new Place("Hafengasse", "Hamburg", null, "20457", "DE", "+49.4012"),
          new Place("Am Anger", "Leipzig", null, "04109", "DE", "+49.3412"),
          new Place("Schulstrasse", "Wien", null, "1010", "AT", "+43.1512"),
          new Place("Seestrasse", "Zuerich", null, "8001", "CH", "+41.4412"),
          new Place("Rue des Tilleuls", "Lyon", null, "69001", "FR", "+33.4721"),
          new Place("Via dei Mulini", "Bologna", null, "40121", "IT", "+39.0512"));

  private final Random random;
  private final List<String> names = new ArrayList<>();
  private int given;

  /**
   * @param seed decides which customers and names appear
   */
  Customers(long seed) {
    this.random = new Random(seed);
    for (String first : FIRST_WORDS) {
      for (String second : SECOND_WORDS) {
        names.add(first + "-" + second);
      }
    }
    Collections.shuffle(names, random);
  }

  /** A name that has not been used in an order yet. */
  String name(String tld) {
    int round = given / names.size();
    String name = names.get(given % names.size());
    given++;
    return name + (round == 0 ? "" : round + 1) + "." + tld;
  }

  /** One of these. */
  <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** A random number from 0, below the bound. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  /** A registrant anywhere in Europe. */
  Map<String, Object> registrant() {
    return at(oneOf(PLACES));
  }

  /** A registrant in Germany. */
  Map<String, Object> registrantAtHome() {
    return at(PLACES.get(random.nextInt(3)));
  }

  private Map<String, Object> at(Place place) {
    String first = oneOf(FIRST_NAMES);
    String last = oneOf(LAST_NAMES);
    return Members.of(
        "firstName",
        first,
        "lastName",
        last,
        "organization",
        null,
        "street",
        List.of(place.street() + " " + (1 + random.nextInt(90))),
        "city",
        place.city(),
        "state",
        place.state(),
        "postalCode",
        place.postalCode(),
        "country",
        place.country(),
        "phone",
        place.phone() + (10_000 + random.nextInt(90_000)),
        "email",
        (first + "." + last).toLowerCase(Locale.ROOT)
            + "@example."
            + oneOf(List.of("com", "net", "org")));
  }
}
