import Auditing

extension ScenarioSkeleton {
  /// What the comments of a skeleton say to whoever writes the scenario.
  struct Comments {
    let language: Language

    init(_ language: Language) {
      self.language = language
    }

    private func pick(_ fr: String, _ en: String) -> String { language.pick((fr, en)) }

    var head: String {
      pick(
        """
        # Scénario d'audit blanc : squelette. Il se contrôle (constat check) et se joue tel quel ;
        # remplacez les textes, ajoutez des fiches. Chaque texte a sa forme _fr (obligatoire) et _en.
        # Les identifiants (Id) sont ce que les stagiaires tapent : courts, sans accent.
        """,
        """
        # Scenario of a mock audit: a skeleton. It can be checked (constat check) and played as it
        # stands; replace the texts, add records. Each text has its form _fr (required) and _en.
        # Ids are what the trainees type: short, without accents.
        """)
    }

    var level: String {
      pick(
        "# easy, medium ou hard ; le temps en minutes ; le jour de la fiction",
        "# easy, medium or hard; the time in minutes; the day of the fiction")
    }

    var pool: String {
      pick(
        "# Des valeurs tirées au sort par la variante : {agent} dans un texte devient l'une d'elles.",
        "# Values that the variant draws: {agent} in a text becomes one of them.")
    }

    var answer: String {
      pick(
        """
        # La question posée doit contenir un mot de chaque ligne Keywords ; More est dit à qui demande
        # bien (question ouverte). Une question du référentiel :\u{20}
        """,
        """
        # A question must hold a word of each line Keywords; More is told to who asks well (an open
        # question). A question of the checklist:\u{20}
        """)
    }

    var fact: String {
      pick(
        """
        # Un fait est une observation, jamais un jugement. At : un lieu, un document, une réponse,
        # une réponse suivie de + (ce que More révèle), une messagerie ou une mesure.
        """,
        """
        # A fact is an observation, never a judgement. At: a place, a document, an answer, an answer
        # with + (what More reveals), a mailbox or a measurement.
        """)
    }

    var key: String { pick("# La clé. Grades : ", "# The key. Grades: ") }

    var decoy: String {
      pick(
        "# Ce qui ressemble à une faute et n'en est pas une.",
        "# What looks like a fault and is none.")
    }

    var criteria: String {
      pick("# Les critères du périmètre.\n", "# The criteria in scope.\n")
    }

    var evidence: String { pick("preuve : ", "evidence: ") }
  }
}

extension ScenarioSkeleton.Comments {
  /// What else a scenario may hold, to be uncommented.
  var more: String {
    language.pick(
      (
        """
        # Une messagerie à échantillonner : 30 lignes tirées au sort, dont 6 en retard et 2 sans
        # réponse. Un fait placé là peut dire {n} {population} {beyond} {share} {mean} {limit}.
        #
        # %rec: Mailbox
        #
        # Id: courriels
        # Title_fr: Boîte fonctionnelle
        # At: hall
        # Limit: 5 wd
        # Rows: 30
        # Late: 6
        # Unanswered: 2
        # From: 2026-01-05
        # To: 2026-02-27
        # Minimum: 10
        #
        # Une mesure de même : Unit, Target (<= 20), puis Value ou Rows, Beyond, Low et High.
        # Des fautes qui changent d'une variante à l'autre : %rec: Choice, Id, Plant (combien en
        # planter), et « Choice: … » dans chacune. Un audit précédent à suivre : %rec: Earlier, avec
        # Criterion, Grade, Title_fr, Outcome (lifted, persists, recurs, regressed) et Why_fr.


        """,
        """
        # A mailbox to sample: 30 rows drawn by chance, 6 of them late and 2 without a reply. A fact
        # placed there can say {n} {population} {beyond} {share} {mean} {limit}.
        #
        # %rec: Mailbox
        #
        # Id: courriels
        # Title_fr: Boîte fonctionnelle
        # Title_en: Shared mailbox
        # At: hall
        # Limit: 5 wd
        # Rows: 30
        # Late: 6
        # Unanswered: 2
        # From: 2026-01-05
        # To: 2026-02-27
        # Minimum: 10
        #
        # A measurement likewise: Unit, Target (<= 20), then Value or Rows, Beyond, Low and High.
        # Faults that change from variant to variant: %rec: Choice, Id, Plant (how many to plant),
        # and "Choice: …" in each. An earlier audit to follow up: %rec: Earlier, with Criterion,
        # Grade, Title_fr, Outcome (lifted, persists, recurs, regressed) and Why_fr.


        """
      ))
  }
}
