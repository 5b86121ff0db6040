import Auditing

extension Register {
  /// Its rows as a file writes them, in an order of chance; sound ones all keep the limit.
  func lines(isSound: Bool, _ randomness: inout Randomness) -> [String] {
    switch content {
    case .letters(let letters, let limit):
      let letters = plan.map { make($0, limit, isSound: isSound, &randomness) } ?? letters
      return randomness.shuffled(letters).map { letter in
        let answered = letter.answered.map(\.description) ?? "-"
        let subject = letter.subject.isEmpty ? "" : " | \(letter.subject)"
        return "\(letter.received) | \(answered)\(subject)"
      }
    case .values(let values, _, let target):
      let values = plan.map { make($0, target, isSound: isSound, &randomness) } ?? values
      return randomness.shuffled(values).map(\.description)
    }
  }

  private func make(_ plan: Plan, _ limit: Limit, isSound: Bool, _ randomness: inout Randomness)
    -> [Letter]
  {
    let late = isSound ? 0 : min(plan.beyond, plan.rows)
    let unanswered = isSound ? 0 : min(plan.unanswered, plan.rows - late)
    guard let dates = plan.dates else { return [] }
    let days = (dates.lowerBound.dayNumber...dates.upperBound.dayNumber).map {
      CalendarDate(dayNumber: $0)
    }.filter { $0.weekday <= 5 }
    guard !days.isEmpty else { return [] }
    let letters = (0..<plan.rows).map { index in
      let received = days[randomness.below(days.count)]
      let answered: CalendarDate? =
        index < late
        ? answer(to: received, after: limit.days + 1 + randomness.below(limit.days + 5), limit)
        : index < late + unanswered
          ? nil : answer(to: received, after: randomness.below(limit.days + 1), limit)
      return (received, answered, randomness.next())
    }
    let sorted = letters.sorted { ($0.0, $0.2) < ($1.0, $1.2) }
    return sorted.enumerated().map { index, letter in
      Letter(received: letter.0, answered: letter.1, subject: (index + 1).padded(3))
    }
  }

  /// The day of an answer after so many days, on a day from Monday to Friday.
  ///
  /// An answer in time stays in time and a late one late.
  private func answer(to received: CalendarDate, after days: Int, _ limit: Limit) -> CalendarDate {
    if limit.isWorkdays {
      var (date, left) = (received, days)
      while left > 0 {
        date = date.adding(days: 1)
        if date.weekday <= 5 { left -= 1 }
      }
      return date
    }
    let date = received.adding(days: days)
    guard date.weekday > 5 else { return date }
    return days > limit.days
      ? date.adding(days: 8 - date.weekday) : max(received, date.adding(days: 5 - date.weekday))
  }

  private func make(_ plan: Plan, _ target: Target, isSound: Bool, _ randomness: inout Randomness)
    -> [DecimalNumber]
  {
    guard let range = plan.range else { return [] }
    let scale = max(range.low.scale, range.high.scale, target.limit.scale)
    func whole(_ number: DecimalNumber) -> Int {
      (number.scale..<scale).reduce(number.significand) { value, _ in value * 10 }
    }
    let candidates = (whole(range.low)...max(whole(range.low), whole(range.high))).prefix(100_000)
      .map { DecimalNumber(significand: $0, scale: scale) }
    let met = candidates.filter(target.isMet)
    let missed = candidates.filter { !target.isMet(by: $0) }
    let beyond = isSound ? 0 : min(plan.beyond, plan.rows)
    return (0..<plan.rows).compactMap { index in
      let from = index < beyond ? missed : met
      return from.isEmpty ? nil : from[randomness.below(from.count)]
    }
  }
}
