import type {State} from '../../labs/breaker.ts'

const paths: Readonly<Record<State, string>> = {
  closed: 'M1 9H9M9 9H23M23 9H31',
  'half-open': 'M1 9H9M9 9L22 5.5M23 9H31',
  open: 'M1 9H9M9 9L20 1.5M23 9H31'
}

/** A switch as an electrician draws it, in a box of 32 by 12: closed, ajar or open. */
export function switchPath(state: State): string {
  return paths[state]
}
