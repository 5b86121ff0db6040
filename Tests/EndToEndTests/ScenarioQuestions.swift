/// Questions as people put them, in both languages, and the answer of the scenario that is meant.
enum ScenarioQuestions {
  /// A question to someone, the id of the answer, and what must have been read before.
  struct Asked: Sendable {
    let person: String
    let answer: String
    let words: String
    let before: [String]

    init(_ person: String, _ answer: String, _ words: String, after before: String...) {
      self.person = person
      self.answer = answer
      self.words = words
      self.before = before
    }
  }

  /// The questions of each shipped scenario; those that need a document read come last.
  static let all: [String: [Asked]] = [
    "accueil": [
      Asked("agente", "rep-agente-attente", "Combien de temps les gens attendent-ils ?"),
      Asked("agente", "rep-agente-attente", "Est-ce que l'attente est longue ?"),
      Asked("agente", "rep-agente-attente", "Comment mesurez-vous le temps d'attente ?"),
      Asked("agente", "rep-agente-attente", "How do you measure waiting?"),
      Asked("agente", "rep-agente-attente", "La borne fonctionne-t-elle ?"),
      Asked("agente", "rep-agente-attente", "Depuis quand la borne est-elle en panne ?"),
      Asked("agente", "rep-agente-reclamations", "Où sont consignées les réclamations ?"),
      Asked("agente", "rep-agente-reclamations", "Montrez-moi le registre des suggestions"),
      Asked("agente", "rep-agente-reclamations", "Que faites-vous quand un usager se plaint ?"),
      Asked("agente", "rep-agente-horaires", "Quels sont vos horaires ?"),
      Asked("agente", "rep-agente-horaires", "Les horaires du site sont-ils justes ?"),
      Asked("agente", "rep-agente-horaires", "Are the opening hours right?"),
      Asked("agente", "rep-agente-orientation", "Comment orientez-vous les usagers ?"),
      Asked("agente", "rep-agente-orientation", "How do you direct people?"),
      Asked("agente", "rep-agente-handicap", "Comment accueillez-vous une personne handicapée ?"),
      Asked("agente", "rep-agente-handicap", "Avez-vous une boucle magnétique ?"),
      Asked("agente", "rep-agente-handicap", "What do you have for deaf users?"),
      Asked("recrue", "rep-recrue-formation", "Avez-vous été formé ?"),
      Asked("recrue", "rep-recrue-formation", "Quelle formation avez-vous suivie ?"),
      Asked("recrue", "rep-recrue-formation", "Have you been trained?"),
      Asked("recrue", "rep-recrue-attente", "Savez-vous combien de temps les gens attendent ?"),
      Asked("recrue", "rep-recrue-confidentialite", "Comment assurez-vous la confidentialité ?"),
      Asked("recrue", "rep-recrue-badge", "Portez-vous un badge ?"),
      Asked("recrue", "rep-recrue-badge", "Comment un usager connaît-il votre nom ?"),
      Asked("chef", "rep-chef-attente", "Comment mesurez-vous l'attente ?"),
      Asked("chef", "rep-chef-attente", "Le temps d'attente est-il suivi ?"),
      Asked("chef", "rep-chef-enquete", "Quand avez-vous mené l'enquête de satisfaction ?"),
      Asked("chef", "rep-chef-horaires", "Qui met à jour les horaires sur le site ?"),
      Asked("chef", "rep-chef-formation", "Comment formez-vous les nouveaux agents ?"),
      Asked("chef", "rep-chef-formation", "La nouvelle recrue est-elle formée ?"),
      Asked("conseillere", "rep-conseillere-frequentation", "Combien d'usagers recevez-vous ?"),
      Asked("conseillere", "rep-conseillere-frequentation", "How many users do you help?"),
      Asked(
        "conseillere", "rep-conseillere-horaires", "Qui vous remplace quand vous êtes absente ?"),
      Asked("conseillere", "rep-conseillere-horaires", "Quels sont vos horaires d'ouverture ?"),
      Asked(
        "chef", "rep-chef-tableau",
        "Pourquoi l'attente n'est-elle pas remplie au tableau de bord ?", after: "mock read tableau"
      ),
      Asked(
        "chef", "rep-chef-tableau",
        "Dans le tableau, les cases de l'attente sont vides, pourquoi ?", after: "mock read tableau"
      ),
    ],
    "courrier": [
      Asked("cheffe", "rep-cheffe-delai", "En combien de temps répondez-vous aux courriers ?"),
      Asked("cheffe", "rep-cheffe-delai", "Quels sont vos délais ?"),
      Asked("cheffe", "rep-cheffe-attente", "Envoyez-vous des réponses d'attente ?"),
      Asked(
        "cheffe", "rep-cheffe-attente",
        "Que devient un courrier en retard, y a-t-il une réponse d'attente ?"),
      Asked(
        "vaguemestre", "rep-vaguemestre-ouverture", "Que faites-vous du courrier à l'arrivée ?"),
      Asked("vaguemestre", "rep-vaguemestre-ouverture", "Comment enregistrez-vous les lettres ?"),
      Asked("vaguemestre", "rep-vaguemestre-ouverture", "Qu'est-ce que la bannette bleue ?"),
      Asked("vaguemestre", "rep-vaguemestre-attente", "Voyez-vous partir des réponses d'attente ?"),
      Asked("vaguemestre", "rep-vaguemestre-juin", "Qu'est-ce que cette pile de lettres de juin ?"),
      Asked("vaguemestre", "rep-vaguemestre-juin", "Que contient la bannette « juin » ?"),
      Asked("recrue", "rep-recrue-courriels", "Comment traitez-vous les courriels ?"),
      Asked("recrue", "rep-recrue-courriels", "Sous quel délai répondez-vous ?"),
      Asked("recrue", "rep-recrue-accuse", "Envoyez-vous un accusé de réception ?"),
      Asked("recrue", "rep-recrue-accuse", "Le formulaire de contact envoie-t-il quelque chose ?"),
      Asked("recrue", "rep-recrue-signature", "Comment signez-vous vos réponses ?"),
      Asked("recrue", "rep-recrue-signature", "Montrez-moi des réponses relues"),
      Asked("referente", "rep-referente-indicateur", "Comment suivez-vous les indicateurs ?"),
      Asked(
        "referente", "rep-referente-indicateur", "D'où viennent les chiffres du tableau de bord ?"),
      Asked("referente", "rep-referente-reclamations", "Où est le registre des réclamations ?"),
      Asked(
        "referente", "rep-referente-armes",
        "Pourquoi le service des armes ne donne-t-il pas de nom ?"),
      Asked("secretaire", "rep-secretaire-conges", "Qui vous remplace pendant vos congés ?"),
      Asked("secretaire", "rep-secretaire-conges", "Que s'est-il passé en août ?"),
      Asked("secretaire", "rep-secretaire-conges", "Who reads the mailbox when you are on leave?"),
      Asked("secretaire", "rep-secretaire-courriels", "Comment répondez-vous aux courriels ?"),
      Asked("secretaire", "rep-secretaire-formulaire", "Avez-vous un formulaire de contact ?"),
      Asked("cheffe", "rep-cheffe-delai", "Combien de courriers sont en retard ?"),
      Asked("referente", "rep-referente-indicateur", "Vérifiez-vous les délais ?"),
      Asked("vaguemestre", "rep-vaguemestre-ouverture", "How is mail registered?"),
      Asked("vaguemestre", "rep-vaguemestre-attente", "Do holding replies leave?"),
      Asked("secretaire", "rep-secretaire-courriels", "What is your delay for e-mails?"),
      Asked(
        "cheffe", "rep-cheffe-calcul", "Comment calculez-vous ce délai ?",
        after: "mock read tableau"),
      Asked(
        "cheffe", "rep-cheffe-calcul", "À partir de quelle date le délai est-il compté ?",
        after: "mock read tableau"),
    ],
    "urgence": [
      Asked("chef", "rep-chef-delai", "En combien de temps les élus ont-ils été informés ?"),
      Asked("chef", "rep-chef-delai", "How long did it take to inform the mayors?"),
      Asked("chef", "rep-chef-juin", "Que s'est-il passé le 17 juin ?"),
      Asked("chef", "rep-chef-juin", "Y a-t-il un retour d'expérience pour les orages de juin ?"),
      Asked("chef", "rep-chef-exercices", "Combien d'exercices avez-vous menés ?"),
      Asked("chef", "rep-chef-actions", "Où en sont les actions décidées en mars ?"),
      Asked(
        "chef", "rep-chef-communes", "Avez-vous interrogé les communes sur leur satisfaction ?"),
      Asked("operateur", "rep-operateur-appels", "Comment fonctionne l'automate ?"),
      Asked("operateur", "rep-operateur-appels", "À quelle heure avez-vous appelé les maires ?"),
      Asked("operateur", "rep-operateur-seul", "Qui vous remplace ?"),
      Asked("operateur", "rep-operateur-seul", "Êtes-vous seul à savoir lancer l'automate ?"),
      Asked("operateur", "rep-operateur-seul", "Qui d'autre est formé à l'automate ?"),
      Asked("operateur", "rep-operateur-courriel", "Qui envoie le courriel aux maires ?"),
      Asked("com", "rep-com-public", "Quand le public a-t-il été informé ?"),
      Asked("com", "rep-com-public", "Montrez-moi les captures des messages"),
      Asked("com", "rep-com-canaux", "Quels canaux utilisez-vous ?"),
      Asked("com", "rep-com-formation", "Quelles formations menez-vous ?"),
      Asked("astreinte", "rep-astreinte-main", "Comment avez-vous tenu la main courante ?"),
      Asked("astreinte", "rep-astreinte-main", "Sur quelle horloge lisez-vous l'heure ?"),
      Asked("astreinte", "rep-astreinte-annuaire", "L'annuaire est-il à jour ?"),
      Asked("directrice", "rep-directrice-activation", "Quand part le délai d'une heure ?"),
      Asked("directrice", "rep-directrice-activation", "Qu'est-ce que la veille ?"),
      Asked("directrice", "rep-directrice-retex", "Faites-vous toujours un retour d'expérience ?"),
      Asked(
        "chef", "rep-chef-delai", "L'exercice a-t-il tenu le délai d'une heure pour les élus ?"),
      Asked(
        "operateur", "rep-operateur-appels",
        "Dans quel fuseau horaire est le journal de l'automate ?"),
      Asked("operateur", "rep-operateur-appels", "What time zone is the log in?"),
      Asked("com", "rep-com-public", "How did you inform the public?"),
      Asked("com", "rep-com-canaux", "La cellule d'information du public est-elle prête ?"),
      Asked("astreinte", "rep-astreinte-main", "À quelle heure le COD a-t-il été activé ?"),
      Asked("directrice", "rep-directrice-retex", "Pourquoi ce retour d'expérience ?"),
      Asked(
        "chef", "rep-chef-journal",
        "Le journal de l'automate montre des appels aux maires plus tard, pourquoi ?",
        after: "mock look local-automate", "mock read automate"),
      Asked(
        "chef", "rep-chef-journal", "À quelle heure les maires ont-ils été appelés ?",
        after: "mock look local-automate", "mock read automate"),
    ],
    "renouvellement": [
      Asked("directeur", "rep-directeur-plan", "Où en est le plan d'actions ?"),
      Asked("directeur", "rep-directeur-plan", "Les constats de l'audit sont-ils levés ?"),
      Asked("directeur", "rep-directeur-bilan", "Quand avez-vous tenu le dernier bilan annuel ?"),
      Asked("referente", "rep-referente-bilan", "Où est le bilan annuel de 2025 ?"),
      Asked("referente", "rep-referente-enquete", "Combien de réponses à l'enquête ?"),
      Asked(
        "referente", "rep-referente-plan", "Quelles preuves avez-vous pour le plan d'actions ?"),
      Asked("referente", "rep-referente-plan", "Comment vérifiez-vous qu'une action est faite ?"),
      Asked(
        "referente", "rep-referente-site", "Avez-vous une déclaration d'accessibilité du site ?"),
      Asked("standardiste", "rep-standardiste-svi", "Que dit le serveur vocal ?"),
      Asked("standardiste", "rep-standardiste-svi", "Que se passe-t-il quand on tape 3 ?"),
      Asked(
        "gestionnaire", "rep-gestionnaire-reclamations", "Montrez-moi le registre des réclamations"),
      Asked("gestionnaire", "rep-gestionnaire-relance", "Comment fonctionne la relance ?"),
      Asked(
        "gestionnaire", "rep-gestionnaire-relance",
        "Que faites-vous quand une réponse est en retard ?"),
      Asked("secretaire", "rep-secretaire-horaires", "Les horaires sont-ils à jour ?"),
      Asked(
        "secretaire", "rep-secretaire-discretion", "Comment assurez-vous la discrétion au guichet ?"
      ),
      Asked(
        "secretaire", "rep-secretaire-discretion", "Pourquoi n'y a-t-il pas de ligne au guichet 3 ?"
      ),
      Asked("secretaire", "rep-secretaire-numerique", "Qui tient le point numérique ?"),
      Asked(
        "secretaire", "rep-secretaire-telephone", "Au bout de combien de sonneries décrochez-vous ?"
      ),
      Asked("directeur", "rep-directeur-plan", "How did you follow up the findings?"),
      Asked("referente", "rep-referente-bilan", "Le bilan a-t-il été publié ?"),
      Asked("secretaire", "rep-secretaire-horaires", "What are the opening hours?"),
      Asked(
        "directeur", "rep-directeur-reclamations",
        "Comment savez-vous que la relance des réclamations est faite ?",
        after: "mock read plan-actions"),
      Asked(
        "directeur", "rep-directeur-reclamations",
        "Quel est l'effet de l'action sur les réclamations ?", after: "mock read plan-actions"),
    ],
  ]
}
