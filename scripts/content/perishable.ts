/** What ages: versions, and words such as “currently”. Each stands with a date, or leads to the note that keeps them. */

import type {Diagnostic} from '../../src/garden/model.ts'
import {type Block, withoutCode} from './blocks.ts'
import {problem} from './messages.ts'
import type {Note} from './note.ts'

/** Words that are true only on the day they are written. */
const ageing = /\b(?:currently|at the moment|nowadays|as of now|the latest|latest (?:version|release)|newest (?:version|release)|up to now)\b/gi

/** `v1.37`, `1.37.2`, and a product's name before a number; a bare decimal is a measure. */
const version = /\bv\d{1,4}(?:\.\d{1,5}){1,3}\b|(?<![\d.])\d{1,4}\.\d{1,5}\.\d{1,5}\b(?!\.\d)/g
const products = [
  'Kubernetes', 'Kafka', 'RabbitMQ', 'Prometheus', 'Grafana', 'Loki', 'Jaeger', 'Zipkin', 'Istio', 'Envoy', 'Linkerd', 'Cilium', 'Helm', 'Argo CD', 'Docker',
  'Podman', 'Trivy', 'Clair', 'Jenkins', 'GitLab', 'Nomad', 'Consul', 'Vault', 'Terraform', 'OpenTofu', 'Redis', 'Valkey', 'MySQL', 'MongoDB', 'PostgreSQL',
  'Elasticsearch', 'Kibana', 'OpenSearch', 'Pact', 'Kong', 'NGINX', 'Java', 'Spring Boot', 'Resilience4j', 'Chaos Mesh', 'Gateway API', 'OpenTelemetry', 'Collector', 'BuildKit', 'containerd'
]
const product = new RegExp(`\\b(?:${products.join('|')}) \\d{1,3}\\.\\d{1,3}\\b`, 'g')

const months = 'January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec'
const dated = new RegExp(`\\b20[0-3]\\d-\\d{2}\\b|\\b(?:${months})\\.? (?:\\d{1,2},? )?20[0-3]\\d\\b|\\b20[0-3]\\d\\b`)

/** Sections that are dated as a whole: sources carry their own dates, and links beneath say where more stands. */
const exempt = new Set(['Sources', 'Related', 'Check yourself'])

/** Check the words of a note that will age. *Version Watch* is where they live. */
export function checkPerishable(note: Note): Diagnostic[] {
  if (note.name === 'Version Watch') return []
  return note.blocks.filter(({kind, section}) => kind !== 'code' && !exempt.has(section)).flatMap((block) => checkBlock(note, block))
}

function checkBlock(note: Note, block: Block): Diagnostic[] {
  const heading = headingOf(note, block)
  const text = [heading, ...block.lines.map((line) => line.text)].join('\n')
  if (dated.test(text) || text.includes('[[Version Watch')) return []
  return block.lines.flatMap(({text: line, number}) =>
    [ageing, version, product].flatMap((sign) =>
      [...withoutCode(line).matchAll(sign)].map((found) => problem('perishable', {note, place: {line: number, column: found.index + 1}}, found[0]))
    )
  )
}

/** A heading that holds a date, such as “Status, November 2026”, dates what stands under it. */
function headingOf(note: Note, block: Block): string {
  const before = note.blocks.slice(0, note.blocks.indexOf(block) + 1)
  return before.findLast(({kind}) => kind === 'heading')?.title ?? ''
}
