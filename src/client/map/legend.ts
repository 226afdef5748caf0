/** What the colours mean. Each group is a button that leaves it alone on the map. */

import {element} from './elements.ts'
import {grey} from './groups.ts'
import type {Model} from './model.ts'

/** Fill the legend, and keep it true. */
export function legend(list: HTMLElement, model: Model, onRegion: (region: number) => void): void {
  model.follow((now, before) => {
    if (!now.named || (now.groups === before?.groups && now.state.chosen === before.state.chosen && now.named === before.named)) return
    const {choice} = now.groups
    const chosen = now.state.chosen[choice]
    const hadFocus = list.contains(document.activeElement) ? document.activeElement?.getAttribute('data-group') : undefined
    list.hidden = now.groups.list.length === 0
    list.replaceChildren(
      ...now.groups.list.map(({name, label, ink, count}) => {
        const swatch = element('i', {class: ink === grey ? 'ink-none' : `ink-${ink}`, 'aria-hidden': 'true'})
        const text = [swatch, element('span', {dir: 'auto'}, [label]), element('small', {}, [String(count)])]
        if (name === '') return element('li', {}, [element('span', {}, text)])
        const button = element('button', {type: 'button', 'aria-pressed': String(chosen === name), 'data-group': name}, text)
        button.addEventListener('click', () => {
          const isOn = chosen === name
          model.set({chosen: {...model.now().state.chosen, [choice]: isOn ? '' : name}})
          const region = now.names.communities.findIndex((community) => community.name === name)
          if (!isOn && choice === 'community' && region >= 0) onRegion(region)
        })
        return element('li', {}, [button])
      })
    )
    // The list is made anew; whoever was on a button of it stays there.
    if (hadFocus) list.querySelector<HTMLElement>(`[data-group="${CSS.escape(hadFocus)}"]`)?.focus()
  })
}
