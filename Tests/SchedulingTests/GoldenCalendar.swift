/// The calendar of the label of 26 November 2020, which icalendar 7.3 (0 errors) and libical
/// 3.0.16 (icalrestriction_check 1, 0 errors) read as it is.
enum GoldenCalendar {
  static let text = lines.split(separator: "\n").joined(separator: "\r\n") + "\r\n"

  private static let lines = #"""
    BEGIN:VCALENDAR
    VERSION:2.0
    PRODID:-//Constat//Constat 1.0//FR
    CALSCALE:GREGORIAN
    NAME:Constat\, préfecture de Digne
    X-WR-CALNAME:Constat\, préfecture de Digne
    REFRESH-INTERVAL;VALUE=DURATION:P1D
    BEGIN:VEVENT
    UID:4f1c.digne.surveillance-preparation@constat.invalid
    DTSTAMP:20261121T084704Z
    LAST-MODIFIED:20261118T110640Z
    SEQUENCE:0
    DTSTART;VALUE=DATE:20220325
    DTEND;VALUE=DATE:20220326
    SUMMARY;LANGUAGE=fr:Préparation de l’audit de suivi – Préfecture des\#u{20}
     Alpes-de-Haute-Provence
    DESCRIPTION;LANGUAGE=fr:2\#u{A0}mois avant l’audit de suivi (2022-05-26)\, ava
     ncé au jour ouvré précédent\#u{A0}: le 2022-03-26 est un samedi
    STATUS:CONFIRMED
    TRANSP:TRANSPARENT
    CLASS:PRIVATE
    CATEGORIES;LANGUAGE=fr:Suivi
    BEGIN:VALARM
    ACTION:DISPLAY
    DESCRIPTION:Préparation de l’audit de suivi – Préfecture des Alpes-de
     -Haute-Provence
    TRIGGER:-PT15H
    END:VALARM
    END:VEVENT
    BEGIN:VEVENT
    UID:4f1c.digne.surveillance-audit@constat.invalid
    DTSTAMP:20261121T084704Z
    LAST-MODIFIED:20261118T110640Z
    SEQUENCE:0
    DTSTART;VALUE=DATE:20220525
    DTEND;VALUE=DATE:20220526
    SUMMARY;LANGUAGE=fr:Audit de suivi – Préfecture des Alpes-de-Haute-Prove
     nce
    DESCRIPTION;LANGUAGE=fr:18\#u{A0}mois après l’octroi (2020-11-26)\, avancé a
     u jour ouvré précédent\#u{A0}: le 2022-05-26 est férié (Ascension)
    STATUS:CONFIRMED
    TRANSP:TRANSPARENT
    CLASS:PRIVATE
    CATEGORIES;LANGUAGE=fr:Audit,Suivi
    BEGIN:VALARM
    ACTION:DISPLAY
    DESCRIPTION:Audit de suivi – Préfecture des Alpes-de-Haute-Provence
    TRIGGER:-PT15H
    END:VALARM
    END:VEVENT
    BEGIN:VEVENT
    UID:4f1c.digne.renewal-decision@constat.invalid
    DTSTAMP:20261121T084704Z
    LAST-MODIFIED:20261118T110640Z
    SEQUENCE:0
    DTSTART;VALUE=DATE:20221125
    DTEND;VALUE=DATE:20221126
    SUMMARY;LANGUAGE=fr:Décision de renouveler et lancement – Préfecture de
     s Alpes-de-Haute-Provence
    DESCRIPTION;LANGUAGE=fr:12\#u{A0}mois avant la fin de validité (2023-11-25)
    STATUS:CONFIRMED
    TRANSP:TRANSPARENT
    CLASS:PRIVATE
    CATEGORIES;LANGUAGE=fr:Renouvellement
    BEGIN:VALARM
    ACTION:DISPLAY
    DESCRIPTION:Décision de renouveler et lancement – Préfecture des Alpes-
     de-Haute-Provence
    TRIGGER:-PT15H
    END:VALARM
    END:VEVENT
    BEGIN:VEVENT
    UID:4f1c.digne.satisfaction-survey@constat.invalid
    DTSTAMP:20261121T084704Z
    LAST-MODIFIED:20261118T110640Z
    SEQUENCE:0
    DTSTART;VALUE=DATE:20230224
    DTEND;VALUE=DATE:20230225
    SUMMARY;LANGUAGE=fr:Enquête de satisfaction – Préfecture des Alpes-de-H
     aute-Provence
    DESCRIPTION;LANGUAGE=fr:9\#u{A0}mois avant la fin de validité (2023-11-25)\, av
     ancé au jour ouvré précédent\#u{A0}: le 2023-02-25 est un samedi
    STATUS:CONFIRMED
    TRANSP:TRANSPARENT
    CLASS:PRIVATE
    CATEGORIES;LANGUAGE=fr:Renouvellement
    BEGIN:VALARM
    ACTION:DISPLAY
    DESCRIPTION:Enquête de satisfaction – Préfecture des Alpes-de-Haute-Pro
     vence
    TRIGGER:-PT15H
    END:VALARM
    END:VEVENT
    BEGIN:VEVENT
    UID:4f1c.digne.self-assessment@constat.invalid
    DTSTAMP:20261121T084704Z
    LAST-MODIFIED:20261118T110640Z
    SEQUENCE:0
    DTSTART;VALUE=DATE:20230525
    DTEND;VALUE=DATE:20230526
    SUMMARY;LANGUAGE=fr:Autoévaluation – Préfecture des Alpes-de-Haute-Prov
     ence
    DESCRIPTION;LANGUAGE=fr:6\#u{A0}mois avant la fin de validité (2023-11-25)
    STATUS:CONFIRMED
    TRANSP:TRANSPARENT
    CLASS:PRIVATE
    CATEGORIES;LANGUAGE=fr:Renouvellement
    BEGIN:VALARM
    ACTION:DISPLAY
    DESCRIPTION:Autoévaluation – Préfecture des Alpes-de-Haute-Provence
    TRIGGER:-PT15H
    END:VALARM
    END:VEVENT
    BEGIN:VEVENT
    UID:4f1c.digne.reminder-6m@constat.invalid
    DTSTAMP:20261121T084704Z
    LAST-MODIFIED:20261118T110640Z
    SEQUENCE:0
    DTSTART;VALUE=DATE:20230525
    DTEND;VALUE=DATE:20230526
    SUMMARY;LANGUAGE=fr:Rappel\#u{A0}: fin du label dans 6 mois – Préfecture des\#u{20}
     Alpes-de-Haute-Provence
    DESCRIPTION;LANGUAGE=fr:6\#u{A0}mois avant la fin de validité (2023-11-25)
    STATUS:CONFIRMED
    TRANSP:TRANSPARENT
    CLASS:PRIVATE
    CATEGORIES;LANGUAGE=fr:Renouvellement
    BEGIN:VALARM
    ACTION:DISPLAY
    DESCRIPTION:Rappel\#u{A0}: fin du label dans 6 mois – Préfecture des Alpes-de
     -Haute-Provence
    TRIGGER:-PT15H
    END:VALARM
    END:VEVENT
    BEGIN:VEVENT
    UID:4f1c.digne.documents@constat.invalid
    DTSTAMP:20261121T084704Z
    LAST-MODIFIED:20261118T110640Z
    SEQUENCE:0
    DTSTART;VALUE=DATE:20230725
    DTEND;VALUE=DATE:20230726
    SUMMARY;LANGUAGE=fr:Pièces à fournir avant l’audit interne – Préfect
     ure des Alpes-de-Haute-Provence
    DESCRIPTION;LANGUAGE=fr:1\#u{A0}mois avant l’audit interne (2023-08-25)
    STATUS:CONFIRMED
    TRANSP:TRANSPARENT
    CLASS:PRIVATE
    CATEGORIES;LANGUAGE=fr:Renouvellement
    BEGIN:VALARM
    ACTION:DISPLAY
    DESCRIPTION:Pièces à fournir avant l’audit interne – Préfecture des\#u{20}
     Alpes-de-Haute-Provence
    TRIGGER:-PT15H
    END:VALARM
    END:VEVENT
    BEGIN:VEVENT
    UID:4f1c.digne.internal-audit@constat.invalid
    DTSTAMP:20261121T084704Z
    LAST-MODIFIED:20261118T110640Z
    SEQUENCE:0
    DTSTART;VALUE=DATE:20230825
    DTEND;VALUE=DATE:20230826
    SUMMARY;LANGUAGE=fr:Audit interne – Préfecture des Alpes-de-Haute-Proven
     ce
    DESCRIPTION;LANGUAGE=fr:3\#u{A0}mois avant la fin de validité (2023-11-25)
    STATUS:CONFIRMED
    TRANSP:TRANSPARENT
    CLASS:PRIVATE
    CATEGORIES;LANGUAGE=fr:Audit,Renouvellement
    BEGIN:VALARM
    ACTION:DISPLAY
    DESCRIPTION:Audit interne – Préfecture des Alpes-de-Haute-Provence
    TRIGGER:-PT15H
    END:VALARM
    END:VEVENT
    BEGIN:VEVENT
    UID:4f1c.digne.reminder-3m@constat.invalid
    DTSTAMP:20261121T084704Z
    LAST-MODIFIED:20261118T110640Z
    SEQUENCE:0
    DTSTART;VALUE=DATE:20230825
    DTEND;VALUE=DATE:20230826
    SUMMARY;LANGUAGE=fr:Rappel\#u{A0}: fin du label dans 3 mois – Préfecture des\#u{20}
     Alpes-de-Haute-Provence
    DESCRIPTION;LANGUAGE=fr:3\#u{A0}mois avant la fin de validité (2023-11-25)
    STATUS:CONFIRMED
    TRANSP:TRANSPARENT
    CLASS:PRIVATE
    CATEGORIES;LANGUAGE=fr:Renouvellement
    BEGIN:VALARM
    ACTION:DISPLAY
    DESCRIPTION:Rappel\#u{A0}: fin du label dans 3 mois – Préfecture des Alpes-de
     -Haute-Provence
    TRIGGER:-PT15H
    END:VALARM
    END:VEVENT
    BEGIN:VEVENT
    UID:4f1c.digne.corrections@constat.invalid
    DTSTAMP:20261121T084704Z
    LAST-MODIFIED:20261118T110640Z
    SEQUENCE:0
    DTSTART;VALUE=DATE:20230925
    DTEND;VALUE=DATE:20230926
    SUMMARY;LANGUAGE=fr:Écarts traités – Préfecture des Alpes-de-Haute-Pro
     vence
    DESCRIPTION;LANGUAGE=fr:1\#u{A0}mois avant l’audit externe (2023-10-25)
    STATUS:CONFIRMED
    TRANSP:TRANSPARENT
    CLASS:PRIVATE
    CATEGORIES;LANGUAGE=fr:Renouvellement
    BEGIN:VALARM
    ACTION:DISPLAY
    DESCRIPTION:Écarts traités – Préfecture des Alpes-de-Haute-Provence
    TRIGGER:-PT15H
    END:VALARM
    END:VEVENT
    BEGIN:VEVENT
    UID:4f1c.digne.external-audit@constat.invalid
    DTSTAMP:20261121T084704Z
    LAST-MODIFIED:20261118T110640Z
    SEQUENCE:0
    DTSTART;VALUE=DATE:20231025
    DTEND;VALUE=DATE:20231026
    SUMMARY;LANGUAGE=fr:Audit externe de renouvellement – Préfecture des Alp
     es-de-Haute-Provence
    DESCRIPTION;LANGUAGE=fr:1\#u{A0}mois avant la fin de validité (2023-11-25)
    STATUS:CONFIRMED
    TRANSP:TRANSPARENT
    CLASS:PRIVATE
    CATEGORIES;LANGUAGE=fr:Audit,Renouvellement
    BEGIN:VALARM
    ACTION:DISPLAY
    DESCRIPTION:Audit externe de renouvellement – Préfecture des Alpes-de-Ha
     ute-Provence
    TRIGGER:-PT15H
    END:VALARM
    END:VEVENT
    BEGIN:VEVENT
    UID:4f1c.digne.reminder-1m@constat.invalid
    DTSTAMP:20261121T084704Z
    LAST-MODIFIED:20261118T110640Z
    SEQUENCE:0
    DTSTART;VALUE=DATE:20231025
    DTEND;VALUE=DATE:20231026
    SUMMARY;LANGUAGE=fr:Rappel\#u{A0}: fin du label dans 1 mois – Préfecture des\#u{20}
     Alpes-de-Haute-Provence
    DESCRIPTION;LANGUAGE=fr:1\#u{A0}mois avant la fin de validité (2023-11-25)
    STATUS:CONFIRMED
    TRANSP:TRANSPARENT
    CLASS:PRIVATE
    CATEGORIES;LANGUAGE=fr:Renouvellement
    BEGIN:VALARM
    ACTION:DISPLAY
    DESCRIPTION:Rappel\#u{A0}: fin du label dans 1 mois – Préfecture des Alpes-de
     -Haute-Provence
    TRIGGER:-PT15H
    END:VALARM
    END:VEVENT
    BEGIN:VEVENT
    UID:4f1c.digne.reminder-5wd@constat.invalid
    DTSTAMP:20261121T084704Z
    LAST-MODIFIED:20261118T110640Z
    SEQUENCE:0
    DTSTART;VALUE=DATE:20231120
    DTEND;VALUE=DATE:20231121
    SUMMARY;LANGUAGE=fr:Rappel\#u{A0}: fin du label dans 5 jours ouvrés – Préfec
     ture des Alpes-de-Haute-Provence
    DESCRIPTION;LANGUAGE=fr:5\#u{A0}jours ouvrés avant la fin de validité (2023-11
     -25)
    STATUS:CONFIRMED
    TRANSP:TRANSPARENT
    CLASS:PRIVATE
    CATEGORIES;LANGUAGE=fr:Renouvellement
    BEGIN:VALARM
    ACTION:DISPLAY
    DESCRIPTION:Rappel\#u{A0}: fin du label dans 5 jours ouvrés – Préfecture des
      Alpes-de-Haute-Provence
    TRIGGER:-PT15H
    END:VALARM
    END:VEVENT
    BEGIN:VEVENT
    UID:4f1c.digne.end-of-validity@constat.invalid
    DTSTAMP:20261121T084704Z
    LAST-MODIFIED:20261118T110640Z
    SEQUENCE:0
    DTSTART;VALUE=DATE:20231125
    DTEND;VALUE=DATE:20231126
    SUMMARY;LANGUAGE=fr:Dernier jour de validité du label – Préfecture des\#u{20}
     Alpes-de-Haute-Provence
    DESCRIPTION;LANGUAGE=fr:veille du 2023-11-26\, 36\#u{A0}mois après l’octroi (
     2020-11-26)
    STATUS:CONFIRMED
    TRANSP:TRANSPARENT
    CLASS:PRIVATE
    CATEGORIES;LANGUAGE=fr:Renouvellement
    BEGIN:VALARM
    ACTION:DISPLAY
    DESCRIPTION:Dernier jour de validité du label – Préfecture des Alpes-de
     -Haute-Provence
    TRIGGER:-PT15H
    END:VALARM
    END:VEVENT
    BEGIN:VEVENT
    UID:4f1c.action.A7@constat.invalid
    DTSTAMP:20261121T084704Z
    LAST-MODIFIED:20261121T084704Z
    SEQUENCE:2
    DTSTART;VALUE=DATE:20230523
    DTEND;VALUE=DATE:20230524
    SUMMARY;LANGUAGE=fr:A7\, afficher les horaires \; « ouvert » 🕑
    STATUS:CANCELLED
    TRANSP:TRANSPARENT
    CLASS:PRIVATE
    END:VEVENT
    END:VCALENDAR
    """#
}
