/** One page of each kind of the project's own garden, by its address under the base. */
export const kindsOfPages: readonly string[] = [
  '',
  'patterns/circuit-breaker/',
  'designs/ride-sharing-platform/',
  'labs/retry-lab/',
  'reference/glossary/',
  'tools/',
  'tags/topic/reliability/',
  'tags/topic/',
  'tags/',
  'notes/',
  'notes/tree/',
  'recent/',
  'graph/',
  'diagrams/',
  'diagrams/patterns/circuit-breaker/1/',
  'search/',
  'reader/',
  'reader/cards/patterns/saga/',
  'connections/',
  'connections/to/patterns/circuit-breaker/',
  '404.html'
]
