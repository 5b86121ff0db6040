import Glibc
import Synchronization
import Testing

@testable import Journaling

struct `A loss of power` {
  @Test(arguments: Workload.all)
  func `after any call loses nothing that was acknowledged`(_ workload: Workload) throws {
    var call = 0
    var seen: Set<Told> = []
    while true {
      let scene = Scene()
      try scene.prepare(workload, .dead(after: call))
      try? workload.run(scene)
      let calls = scene.disk.calls
      for image in scene.disk.imagesAfterPowerLoss() where seen.insert(scene.told(image)).inserted {
        let after = Scene(MemoryDisk(image), seed: 1000, knowing: scene)
        let comment = "\(calls.prefix(call).suffix(3)) (\(call))"
        do {
          try after.check(workload, allowing: true, comment)
        } catch {
          Issue.record("\(comment): \(error)")
        }
      }
      if calls.count <= call { break }
      call += 1
    }
    print("\(workload.testDescription): \(call) calls, \(seen.count) states")
    #expect(call > 10 && seen.count > 10)
  }
}

struct `A call that fails` {
  @Test(arguments: Workload.all, [EIO, ENOSPC])
  func `leaves nothing behind that was refused, whichever it is`(
    _ workload: Workload, _ code: Int32
  ) throws {
    var call = 1
    var seen: Set<[Told]> = []
    while true {
      let scene = Scene()
      try scene.prepare(workload, .failing(call: call, code: code))
      try? workload.run(scene)
      let calls = scene.disk.calls
      if calls.count < call { break }
      let comment = "\(calls[call - 1]) (\(call))"
      call += 1
      let (now, lasting) = (scene.disk.image(of: .kept), scene.disk.image(of: .lost))
      guard seen.insert([scene.told(now), scene.told(lasting)]).inserted else { continue }
      // Another process goes on; then power is lost.
      scene.disk.clearFault()
      do {
        try scene.check(workload, allowing: false, comment)
        let after = Scene(MemoryDisk(scene.disk.image(of: .lost)), seed: 1000, knowing: scene)
        try after.check(workload, allowing: false, comment + ", then power lost")
      } catch {
        Issue.record("\(comment): \(error)")
      }
    }
    #expect(call > 10 && seen.count > 2)
  }
}

/// A state of the disk, and what a person was told.
private struct Told: Hashable {
  let image: MemoryDisk.Image
  let acknowledged: Set<String>
  let refused: Set<String>
}

extension Scene {
  fileprivate func told(_ image: MemoryDisk.Image) -> Told {
    Told(image: image, acknowledged: acknowledged, refused: refused)
  }
}

extension Scene {
  fileprivate func prepare(_ workload: Workload, _ fault: MemoryDisk.Fault) throws {
    let disk = disk.disk
    if (try? disk.exists("/home")) != true {
      for folder in ["/home", "/state-machine", "/state-other"] { try disk.makeFolder(folder) }
    }
    try workload.setUp(self)
    self.disk.settle(fault)
  }
}

extension MemoryDisk {
  /// Lets every call work from here.
  fileprivate func clearFault() { memory.withLock { $0.fault = .none } }
}
