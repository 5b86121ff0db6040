extension Registry {
  /// What this version of the program can do.
  static let standard: Registry = {
    let nouns =
      DossierNouns.all + AuditNouns.all + ChecklistNouns.all + MockNouns.all + ConflictNouns.all
    let commands =
      DossierCommands.all + PlaceCommands.all + AuditCommands.all + RecordCommands.all
      + MeasureCommands.all + ReportCommands.all + SealCommands.all + MockCommands.all
      + nouns.flatMap(GenericVerbs.specs) + FieldCommands.all + ConflictCommands.all
      + VerificationCommands.all + JournalCommands.all
      + EvidenceCommands.all + CheckpointCommands.all + DoctorCommand.all
      + StateCommands.all
      + SessionCommands.all + SearchCommands.all + MergeCommand.all + SyncCommand.all
      + HelpCommand.all + TourCommand.all + HistoryCommand.all
    return Registry(commands: commands, nouns: nouns)
  }()
}
