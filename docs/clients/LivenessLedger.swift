// Refreshes a record and reads it back. Swift 5.7 or newer, Foundation only.
//
//   swiftc -parse-as-library LivenessLedger.swift -o liveness-ledger
//   LEDGER_USER=operator LEDGER_PASSWORD=operator ./liveness-ledger <record id>
import Foundation
#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

struct Refreshed: Decodable {
  struct Observation: Decodable {
    let number: Int
    let revision: Int?
  }

  let result: String
  let observation: Observation
}

struct Record: Decodable {
  struct Check: Decodable {
    /// Decimal and not Double. Trailing zeros are lost all the same: where every digit the vendor wrote
    /// counts, ask for the observation's body.
    let score: Decimal?
  }

  struct Freshness: Decodable {
    let state: String
    let upstream: String
  }

  let live: Bool?
  let checks: [String: Check]?
  let freshness: Freshness
}

/// What the service refused or could not do, as it said it (RFC 9457).
struct Problem: Decodable {
  let type: String?
  let title: String?
  let detail: String?
  let instance: String?

  var code: String { type?.split(separator: "/").last.map(String.init) ?? title ?? "unknown" }
}

enum LedgerError: Error, CustomStringConvertible {
  case usage
  case problem(Problem, status: Int, retryAfter: String?)
  case unexpected(status: Int, type: String)

  var description: String {
    switch self {
    case .usage:
      return "usage: LEDGER_USER=… LEDGER_PASSWORD=… liveness-ledger <record id>"
    case .problem(let problem, let status, let retryAfter):
      return "problem \(problem.code) (\(status)): \(problem.detail ?? problem.title ?? "no detail")"
        + (problem.instance.map { " [request \($0)]" } ?? "")
        + (retryAfter.map { " [retry after \($0)]" } ?? "")
    case .unexpected(let status, let type):
      return "unexpected answer: \(status), \(type)"
    }
  }
}

struct LivenessLedger {
  let base: URL
  let user: String
  let password: String

  /// Fetches the record from the vendor now and keeps the answer.
  func refresh(_ id: String) async throws -> Refreshed {
    try await call("POST", [id, "refresh"])
  }

  /// Reads the record from the store; the vendor is not asked.
  func read(_ id: String) async throws -> Record {
    try await call("GET", [id])
  }

  private func call<Answer: Decodable>(_ method: String, _ path: [String]) async throws -> Answer {
    let url = (["v1", "document-liveness"] + path).reduce(base) { $0.appendingPathComponent($1) }
    // A refresh waits for the vendor, who may be tried three times
    var request = URLRequest(url: url, timeoutInterval: 60)
    request.httpMethod = method
    request.setValue("application/json, application/problem+json", forHTTPHeaderField: "Accept")
    let credentials = Data("\(user):\(password)".utf8).base64EncodedString()
    request.setValue("Basic \(credentials)", forHTTPHeaderField: "Authorization")
    // Stands in the service's log, and in a problem's "instance"
    request.setValue(UUID().uuidString, forHTTPHeaderField: "X-Request-Id")

    let (body, response) = try await URLSession.shared.data(for: request)
    let status = (response as? HTTPURLResponse)?.statusCode ?? 0
    let type = response.mimeType ?? "no content type"
    if (200..<300).contains(status), type == "application/json" {
      return try JSONDecoder().decode(Answer.self, from: body)
    }
    if type == "application/problem+json" {
      throw LedgerError.problem(
        try JSONDecoder().decode(Problem.self, from: body),
        status: status,
        retryAfter: (response as? HTTPURLResponse)?.value(forHTTPHeaderField: "Retry-After"))
    }
    throw LedgerError.unexpected(status: status, type: type)
  }
}

@main
enum Main {
  static func main() async {
    do {
      try await run()
    } catch {
      let line = String(describing: error).split(whereSeparator: \.isNewline).joined(separator: " ")
      FileHandle.standardError.write(Data((line + "\n").utf8))
      exit(1)
    }
  }

  private static func run() async throws {
    let environment = ProcessInfo.processInfo.environment
    guard CommandLine.arguments.count == 2,
      let user = environment["LEDGER_USER"],
      let password = environment["LEDGER_PASSWORD"],
      let base = URL(string: environment["LEDGER_URL"] ?? "http://localhost:8080")
    else { throw LedgerError.usage }
    let id = CommandLine.arguments[1]
    let ledger = LivenessLedger(base: base, user: user, password: password)

    let refreshed = try await ledger.refresh(id)
    let revision = refreshed.observation.revision.map(String.init) ?? "none"
    print("refreshed \(id): \(refreshed.result), observation \(refreshed.observation.number), revision \(revision)")

    let record = try await ledger.read(id)
    let live = record.live.map(String.init) ?? "unknown"
    print("read \(id): live=\(live), state=\(record.freshness.state), upstream=\(record.freshness.upstream)")
    for (name, check) in (record.checks ?? [:]).sorted(by: { $0.key < $1.key }) {
      if let score = check.score { print("score \(name): \(score)") }
    }
  }
}
