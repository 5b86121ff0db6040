/// `mock …`: everything about exercises, the trainee's words and the trainer's.
enum MockCommands {
  static let all =
    [MockStartCommand.start] + MockPlayCommands.all + FollowCommand.all
    + [MockTrainerCommands.new, MockTrainerCommands.prepare]
    + [MockScoreCommand.score, MockDebriefCommand.debrief]
}
