// Starts the components, folds the filters on a narrow screen and announces new events.

import { initAll as startGovuk } from '../vendor/govuk-frontend.min.js'
import { initAll as startMoj } from '../vendor/moj-frontend.min.js'

const NARROW = '(max-width: 48em)'

startGovuk()
startMoj()
foldFilters()
announceNewEvents()
offerPrinting()
document.body.classList.add('app-ready')

function foldFilters() {
  for (const filter of document.querySelectorAll('[data-app-filter]')) {
    const wrong = filter.hasAttribute('data-app-wrong')
    if (matchMedia(NARROW).matches && !wrong) filter.open = false
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
