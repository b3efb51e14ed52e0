import { hoverTooltip, type EditorView, type Tooltip } from '@codemirror/view'
import { t } from '../words/t.ts'
import { shown } from './findings-state.ts'
import { fixesOf } from './fixes.ts'
import type { LocatedFinding, RuleTold } from './reading.ts'

const MOST_SHOWN = 4

const line = (className: string, text: string): HTMLElement => {
  const element = document.createElement('p')
  element.className = className
  element.textContent = text
  return element
}

const told = (view: EditorView, finding: LocatedFinding, rule: RuleTold | undefined): HTMLElement => {
  const box = document.createElement('section')
  const title = [t(`level.${finding.level}`), finding.rule, finding.source].filter(Boolean).join(' · ')
  box.append(line(`hover-title margin-${finding.level}`, title), line('', finding.message))
  if (finding.fix !== undefined) box.append(line('hover-fix', t('editor.do', { what: finding.fix })))
  if (rule) {
    box.append(line('hover-why', rule.why))
    for (const statement of rule.statements.slice(0, 2)) box.append(line('hover-source', statement))
  }
  for (const fix of fixesOf(finding, view.state.field(shown).form)) {
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = fix.label
    button.addEventListener('click', () => {
      view.dispatch(fix.apply(view.state))
      view.focus()
    })
    box.append(button)
  }
  return box
}

/** Pointing at what was found tells the whole of it: the sentence, the rule's reason, its source, what can be done. */
export const findingHover = hoverTooltip(
  (view, position): Tooltip | null => {
    const { findings, rules } = view.state.field(shown)
    const here = findings.filter(({ from, to }) => from <= position && position <= Math.min(to, from + 300))
    const [first] = here
    if (!first) return null
    return {
      pos: first.from,
      end: Math.min(first.to, view.state.doc.length),
      above: true,
      create: () => {
        const dom = document.createElement('div')
        dom.className = 'hover-sheet'
        for (const finding of here.slice(0, MOST_SHOWN)) dom.append(told(view, finding, rules[finding.rule]))
        return { dom }
      },
    }
  },
  { hoverTime: 250 },
)
