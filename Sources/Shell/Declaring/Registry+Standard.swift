extension Registry {
  /// What this version of the program can do.
  static let standard: Registry = {
    let nouns =
      DossierNouns.all + LabelNouns.all + ActionNouns.all + AuditNouns.all + PreparationNouns.all
      + ChecklistNouns.all + MockNouns.all + ConflictNouns.all + SampleNouns.all + [
        ServiceCommands.noun, SignerNoun.signer,
      ] + FolderNouns.all
    let commands =
      DossierCommands.all + PlaceCommands.all + PersonCommands.all + AuditCommands.all
      + RecordCommands.all
      + ActionCommands.all + RequestCommands.all + PlanCommands.all + CompareCommand.all
      + WithdrawCommand.all + RemoveCommands.all + MeasureCommands.all + LabelCommands.all
      + MilestoneCommands.all
      + SampleCommands.all + SurveyCommands.all + ChecklistCommands.all + ReportCommands.all
      + SealCommands.all + SignerCommands.all + MockCommands.all
      + nouns.flatMap(GenericVerbs.specs) + FieldCommands.all + ConflictCommands.all
      + VerificationCommands.all + JournalCommands.all
      + EvidenceCommands.all + CheckpointCommands.all + DoctorCommand.all
      + StateCommands.all + ExplainCommand.all + DecideCommand.all
      + ReadyCommand.all + ServiceCommands.all
      + SessionCommands.all + ResultsCommand.all + SearchCommands.all + MergeCommand.all
      + SyncCommand.all
      + HelpCommand.all + TourCommand.all + HistoryCommand.all + PortfolioCommands.all
    return Registry(commands: commands, nouns: nouns + [PortfolioNoun.portfolio])
  }()
}
