/* Tells whether libical accepts a calendar: parsed without errors, and no restriction broken. */
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv) {
  FILE *file = argc == 2 ? fopen(argv[1], "rb") : NULL;
  if (!file) return 2;
  static char text[1 << 20];
  size_t length = fread(text, 1, sizeof text - 1, file);
  text[length] = 0;
  icalcomponent *calendar = icalparser_parse_string(text);
  if (!calendar) return 1;
  int accepted = icalrestriction_check(calendar);
  int errors = icalcomponent_count_errors(calendar);
  int events = icalcomponent_count_components(calendar, ICAL_VEVENT_COMPONENT);
  printf("libical: accepted %d, errors %d, events %d\n", accepted, errors, events);
  return accepted == 1 && errors == 0 && events > 0 ? 0 : 1;
}
