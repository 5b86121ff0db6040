extension Registry {
  /// What this version of the program can do.
  static let standard: Registry = {
    let nouns = DossierNouns.all + AuditNouns.all + ChecklistNouns.all + ConflictNouns.all
    let commands =
      DossierCommands.all + PlaceCommands.all + AuditCommands.all + RecordCommands.all
      + MeasureCommands.all + ReportCommands.all + SealCommands.all
      + nouns.flatMap(GenericVerbs.specs) + FieldCommands.all + ConflictCommands.all
      + StateCommands.all
      + SessionCommands.all + HelpCommand.all
    return Registry(commands: commands, nouns: nouns)
  }()
}
