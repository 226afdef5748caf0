/** What this garden is called and how it is published. Every key, its default and an example: README, “Options”. */

import {defineGarden} from './src/garden/options.ts'

export default defineGarden({
  title: 'Microservices, a field guide',
  tagline: 'Microservices, for the engineers who run them',
  description: 'Notes for senior DevOps engineers: how services are cut, joined, released, watched and kept alive, with the numbers, and what to say about it in a design interview.',
  notice: 'Notes under CC BY 4.0. Numbers carry their source, their sum, or the word assumption.',
  begin: ['How to Use This Garden', 'Understanding Microservices for Senior DevOps Engineers', 'Interview Playbook'],
  order: ['hubs', 'paths', 'concepts', 'patterns', 'practices', 'tools', 'comparisons', 'designs', 'questions', 'labs', 'reference'],
  syntaxPage: true,
  diagrams: {autoLink: true}
})
