/** Words that people who ask use for words that people who know write. English only; looked at in questions alone. */

import {stem} from './words.ts'

const groups = `
wake woken night pager page alert oncall
password secret credential token
bill cost price expensive money spend
fail failure error outage incident crash broken break fault
slow latency delay hang stall late
machine server node host instance
split partition shard divide
undo revert rollback compensate cancel
copy replica replicate duplicate
choose pick decide select
delete remove drop erase
store save persist record
twice repeat again duplicate retry
refuse reject deny shed
wait timeout deadline
customer user client caller tenant
release deploy ship rollout
piece slice incremental gradual step
percent share canary
check verify validate
grow scale increase
old legacy
limit cap quota exceed
prove identity authenticate certificate
permission authorise access allow
learn experiment
purpose deliberate inject
watch monitor observe
program service application
rename migrate change
follow reconcile sync
agree agreement consistent consistency
encrypt tls
vendor provider backend
centre region zone
break fault inject
story incident
practise rehearse prepare plan
overload load excess
many flood burst
safe secure
fast quick speed latency
big large size
memory ram heap
person human people engineer
computer machine
send publish deliver emit
read query
write update
lose loss lost
guess estimate
quit stop end
build make create
look search find
`

const byStem = new Map<string, Set<string>>()
for (const line of groups.trim().split('\n')) {
  const words = line.split(' ')
  for (const word of words) {
    const key = stem(word, 'en')
    const others = byStem.get(key) ?? new Set()
    byStem.set(key, others)
    for (const other of words) if (stem(other, 'en') !== key) others.add(other)
  }
}

/** Words that may stand where a reader would have written this one. */
export function meanings(word: string, lang: string): string[] {
  return /^en(?:-|$)/i.test(lang) ? [...(byStem.get(stem(word, lang)) ?? [])] : []
}
