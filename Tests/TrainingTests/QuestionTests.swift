import Testing

@testable import Training

struct `A question in free words` {
  @Test(arguments: [
    "L'attente est-elle longue ?", "Et les ATTENTES ?", "l’attente", "waiting: how long do I wait?",
    "Parlez-moi de la file d'attente.",
  ])
  func `is understood by a keyword, whatever accents, case and plural`(_ text: String) {
    #expect(Question(text).fits([["attente", "wait"]]))
  }

  @Test func `needs a word of each group`() {
    let groups = [["attente"], ["borne", "machine"]]
    #expect(Question("la borne d'attente marche-t-elle ?").fits(groups))
    #expect(!Question("l'attente est-elle longue ?").fits(groups))
    #expect(!Question("rien de tel").fits(groups))
    #expect(!Question("attente").fits([]))
  }

  @Test func `knows keywords of several words, and beginnings`() {
    #expect(Question("montrez le livret d’accueil").holds("livret d'accueil"))
    #expect(!Question("montrez l'accueil, puis le livret").holds("livret d'accueil"))
    #expect(Question("est-ce affiché ?").holds("affich*"))
    #expect(Question("l'affichage").holds("affich*"))
    #expect(!Question("une fiche").holds("affich*"))
  }

  @Test func `takes a plural in -aux for its singular`() {
    #expect(Question("les journaux").holds("journal"))
    #expect(Question("le journal").holds("journaux"))
  }

  @Test(arguments: [
    "Comment mesurez-vous l'attente ?", "quels délais tenez-vous ?", "Où est la borne ?",
    "Qu'est-ce que vous faites ?", "À qui la transmettez-vous ?", "How do you know?",
    "Montrez-moi le registre", "Décrivez une journée",
  ])
  func `is open when it asks for more than yes or no`(_ text: String) {
    #expect(Question(text).isOpen)
  }

  @Test(arguments: [
    "L'attente est-elle mesurée ?", "Est-ce que la borne marche ?", "Do you measure waiting?",
    "attente", "", "le matin ou le soir ?",
  ])
  func `is closed otherwise`(_ text: String) {
    #expect(!Question(text).isOpen)
  }
}
