import { useEffect, useRef } from 'react'
import { acceptCompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands'
import { bracketMatching, foldGutter, foldKeymap } from '@codemirror/language'
import { Compartment, EditorState, type Extension } from '@codemirror/state'
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
  placeholder,
} from '@codemirror/view'
import { t } from '../words/t.ts'
import { planCompletion } from './completion.ts'
import { findingsMargin, showReading, shown } from './findings-state.ts'
import { findingHover } from './hover.ts'
import { planLanguage } from './language.ts'
import type { ReadAnswer } from './reading.ts'
import { planTheme } from './theme.ts'

interface Area {
  readonly text: string
  readonly onText: (text: string) => void
  readonly reading: ReadAnswer | null
  readonly onView: (view: EditorView | null) => void
}

/** Prose is wrapped and left uncoloured: the notation's colours would only guess. */
const language = new Compartment()
const asNotation = (): Extension => [planLanguage(), planCompletion()]
const asProse = (): Extension => EditorView.lineWrapping

const extensions = (onText: (text: string) => void): Extension => [
  lineNumbers(),
  findingsMargin,
  foldGutter({ openText: '▾', closedText: '▸' }),
  history(),
  drawSelection(),
  bracketMatching(),
  closeBrackets(),
  highlightActiveLine(),
  highlightActiveLineGutter(),
  shown,
  findingHover,
  planTheme,
  placeholder(t('editor.placeholder')),
  language.of(asNotation()),
  keymap.of([
    { key: 'Tab', run: acceptCompletion },
    ...closeBracketsKeymap,
    ...defaultKeymap,
    ...historyKeymap,
    ...foldKeymap,
    ...completionKeymap,
    // Escape, then Tab, leaves the editor by keyboard.
    indentWithTab,
  ]),
  EditorView.contentAttributes.of({ 'aria-label': t('editor.text'), tabindex: '0' }),
  EditorView.updateListener.of((update) => {
    if (update.docChanged) onText(update.state.doc.toString())
  }),
]

/**
 * The text with its colours, its findings in the margin, its completion. It stands in a tree of its own: there its style
 * sheets are made by script, which a strict content security policy lets pass.
 */
export const CodeArea = ({ text, onText, reading, onView }: Area) => {
  const place = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView | null>(null)
  const first = useRef({ text, onText, onView })
  const told = useRef(onText)
  useEffect(() => {
    told.current = onText
  }, [onText])
  useEffect(() => {
    const host = place.current
    if (!host) return undefined
    const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
    const made = new EditorView({
      state: EditorState.create({ doc: first.current.text, extensions: extensions((typed) => told.current(typed)) }),
      parent: root,
      root,
    })
    view.current = made
    const tell = first.current.onView
    tell(made)
    return () => {
      made.destroy()
      view.current = null
      tell(null)
    }
  }, [])
  useEffect(() => {
    const made = view.current
    if (made && reading && reading.text === made.state.doc.toString()) {
      const form = reading.form === 'prose' ? asProse() : asNotation()
      const turned = made.state.field(shown).form !== reading.form
      made.dispatch({ effects: [showReading.of(reading), ...(turned ? [language.reconfigure(form)] : [])] })
    }
  }, [reading])
  // The shell knows an editor, where its keys are letters, by the class; the editor itself stands out of its sight.
  return <div ref={place} className="code-area cm-editor" />
}
