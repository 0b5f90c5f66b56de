// Starts the components, folds filters and tables on a narrow screen and announces new events.

import { initAll as startGovuk } from '../vendor/govuk-frontend.min.js'
import { initAll as startMoj } from '../vendor/moj-frontend.min.js'

const NARROW = '(max-width: 48em)'

startGovuk()
startMoj()
foldFilters()
nameCells()
announceNewEvents()
offerPrinting()
document.body.classList.add('app-ready')

function foldFilters() {
  for (const filter of document.querySelectorAll('[data-app-filter]')) {
    const wrong = filter.hasAttribute('data-app-wrong')
    if (matchMedia(NARROW).matches && !wrong) filter.open = false
  }
}

// On a narrow screen each cell stands on a line of its own, behind its column's name. The roles keep
// the table a table for screen readers, whatever the style sheet makes of its boxes.
function nameCells() {
  for (const table of document.querySelectorAll('main .govuk-table')) {
    const names = [...(table.tHead?.rows[0]?.cells ?? [])].map(cell => cell.textContent.trim())
    if (names.length === 0) continue
    table.classList.add('app-table')
    table.setAttribute('role', 'table')
    for (const section of table.querySelectorAll('thead, tbody, tfoot')) {
      section.setAttribute('role', 'rowgroup')
    }
    for (const row of table.rows) row.setAttribute('role', 'row')
    for (const head of table.tHead.rows[0].cells) head.setAttribute('role', 'columnheader')
    for (const row of [...table.tBodies].flatMap(body => [...body.rows])) {
      for (const [column, cell] of [...row.cells].entries()) {
        cell.setAttribute('role', cell.tagName === 'TH' ? 'rowheader' : 'cell')
        if (column > 0) cell.dataset.appName = names[column]
      }
    }
  }
}

// Counts each position once, so a repeated event changes nothing; the page itself stays as it is.
function announceNewEvents() {
  for (const live of document.querySelectorAll('[data-app-live]')) {
    const positions = new Set()
    live.addEventListener('entry', event => {
      positions.add(String(event.detail.id))
      announce(live, positions.size)
    })
  }
}

function announce(live, count) {
  const status = live.querySelector('[data-app-status]')
  const text = live.querySelector('[data-app-announcement]').content.cloneNode(true)
  text.querySelector('[data-app-count]').textContent = count
  const link = status.querySelector('a')
  const hadFocus = link !== null && link === document.activeElement
  status.replaceChildren(text)
  if (hadFocus) status.querySelector('a').focus()
}

function offerPrinting() {
  for (const button of document.querySelectorAll('[data-app-print]')) {
    button.hidden = false
    button.addEventListener('click', () => print())
  }
}
