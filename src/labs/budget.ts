/** The cap on all retries of one caller, in the two forms of the note *Retry with Backoff and Jitter*. */

export interface BudgetRules {
  /** `ratio`: retries are at most `share` of the requests of the last 10 s. `tokens`: a bucket that successes fill. */
  readonly budget: 'none' | 'ratio' | 'tokens'
  /** Percent: of requests that may be retries, or of a token that a success puts in. */
  readonly share: number
  /** Tokens that a full bucket holds. */
  readonly tokens: number
}

interface Second {
  readonly second: number
  readonly requests: number
  readonly retries: number
}

export interface Budget {
  /** Hundredths of a token, so that tenths add up exactly. */
  readonly hundredths: number
  /** The last seconds, the newest at the end. */
  readonly seconds: readonly Second[]
}

const windowSeconds = 10
const token = 100

/** A budget that nobody has drawn on. */
export function freshBudget({tokens}: BudgetRules): Budget {
  return {hundredths: tokens * token, seconds: []}
}

/** Count a request that is not a retry. */
export function noteRequest(budget: Budget, now: number): Budget {
  return {...budget, seconds: added(budget.seconds, now, 'requests')}
}

/** Count a success. */
export function noteSuccess(budget: Budget, {share, tokens}: BudgetRules): Budget {
  return {...budget, hundredths: Math.min(tokens * token, budget.hundredths + share)}
}

/** Ask for a retry, and pay for it if it is granted. */
export function spend(budget: Budget, now: number, rules: BudgetRules): {readonly budget: Budget; readonly granted: boolean} {
  if (rules.budget === 'none') return {budget, granted: true}
  if (rules.budget === 'tokens') {
    const granted = budget.hundredths >= token
    return {budget: granted ? {...budget, hundredths: budget.hundredths - token} : budget, granted}
  }

  const seconds = recent(budget.seconds, now)
  const requests = seconds.reduce((sum, second) => sum + second.requests, 0)
  const retries = seconds.reduce((sum, second) => sum + second.retries, 0)
  const granted = (retries + 1) * 100 <= requests * rules.share
  return {budget: granted ? {...budget, seconds: added(seconds, now, 'retries')} : budget, granted}
}

function added(seconds: readonly Second[], now: number, key: 'requests' | 'retries'): readonly Second[] {
  const second = Math.floor(now / 1000)
  const last = seconds.at(-1)
  if (last?.second === second) return seconds.with(-1, {...last, [key]: last[key] + 1})
  return [...recent(seconds, now), {second, requests: 0, retries: 0, [key]: 1}]
}

function recent(seconds: readonly Second[], now: number): readonly Second[] {
  const oldest = Math.floor(now / 1000) - windowSeconds
  return seconds.filter(({second}) => second > oldest)
}
