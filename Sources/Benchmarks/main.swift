import Glibc

// `Benchmarks [NAME…]` prints the figures of all benches or of those named; what a bench measures
// in a process of its own is asked for with `Benchmarks --alone WORD PATH`.
let arguments = Array(CommandLine.arguments.dropFirst())
if arguments.first == "--alone", arguments.count == 3 {
  exit(Alone.run(arguments[1], arguments[2]))
}
let chosen = Bench.all.filter { arguments.isEmpty || arguments.contains($0.name) }
guard !chosen.isEmpty else {
  print("The benches: \(Bench.all.map(\.name).joined(separator: ", "))")
  exit(2)
}
do {
  let room = try Workroom()
  defer { if unsafe getenv("KEEP") == nil { room.clear() } }
  for bench in chosen { for figure in try bench.run(room) { print(figure) } }
} catch {
  print("stopped: \(error)")
  exit(1)
}
