import {attribute, type Element, hasClass, mapElements, type Node, withClass} from './tree.ts'

/**
 * Put the titles of groups above the lines that run into them.
 *
 * Mermaid draws a group with its title, then the lines, so that a line to a node in the middle strikes the title out. Above
 * the lines a title stands on the group's ground, which breaks the line. A group of an author's own colour stays as it is:
 * its ground is not ours.
 */
export function liftTitles(svg: Element): Element {
  return mapElements(svg, (element) => {
    const groups = element.children.findIndex((child) => isGroup(child, 'clusters'))
    const lines = element.children.findIndex((child) => isGroup(child, 'edgePaths'))
    const found = element.children[groups]
    if (found?.kind !== 'element' || lines <= groups) return element
    const emptied = {...found, children: found.children.map(withoutTitle)}
    const above: Element = {kind: 'element', name: 'g', attributes: new Map(), children: found.children.flatMap(lifted)}
    return {...element, children: element.children.flatMap((child, index) => (index === groups ? [emptied] : index === lines ? [child, above] : [child]))}
  })
}

function withoutTitle(group: Node): Node {
  const titles: readonly Node[] = titlesOf(group)
  return group.kind === 'element' && titles.length > 0 ? {...group, children: group.children.filter((child) => !titles.includes(child))} : group
}

/** The title of a group on our ground. */
function titlesOf(group: Node): Element[] {
  if (!isGroup(group, 'cluster') || group.children.some(hasOwnGround)) return []
  return group.children.filter((child) => isGroup(child, 'cluster-label'))
}

/** A title on its own, which is a link where its group was to be one. */
function lifted(group: Node): Element[] {
  const isLink = group.kind === 'element' && hasClass(group, 'internal-link')
  return titlesOf(group).map((title) => withClass(isLink ? withClass(title, 'internal-link') : title, 'lifted'))
}

function hasOwnGround(node: Node): boolean {
  return node.kind === 'element' && node.name === 'rect' && attribute(node, 'fill') !== ''
}

function isGroup(node: Node, name: string): node is Element {
  return node.kind === 'element' && node.name === 'g' && hasClass(node, name)
}
