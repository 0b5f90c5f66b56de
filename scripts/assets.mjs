// Copies the page kit's style sheets and scripts into the chassis, without fonts, crowns and crests.
//
// The result is git-ignored and complete: pages load nothing from elsewhere, and a server needs no
// Node. Licences are kept beside the files; where a package carries no licence file, its licence
// text is written out from the package's own repository.

import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const modules = join(root, 'node_modules')
const target = join(root, 'chassis/web/static/vendor')

const GOVUK = join(modules, 'govuk-frontend')
const MOJ = join(modules, '@ministryofjustice/frontend')
const HTMX = join(modules, 'htmx.org')

const SYSTEM_FONTS =
  'system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",Arial,sans-serif'

const read = path => readFileSync(path, 'utf8')
const write = (name, text) => writeFileSync(join(target, name), text)
const withoutSourceMap = text => text.replace(/\/\/# sourceMappingURL=\S+|\/\*# sourceMappingURL=\S+ \*\//g, '')

function style(path) {
  return withoutSourceMap(read(path))
    .replace(/@font-face\s*\{[^}]*\}/g, '')
    .replaceAll(/"?GDS Transport"?,\s*arial,\s*sans-serif/g, SYSTEM_FONTS)
    .replaceAll(/url\(\/assets\/images\/govuk-crest\.svg\)/g, 'none')
    .replaceAll('url(/assets/images/', 'url(images/')
}

const script = path => withoutSourceMap(read(path))

function images(css) {
  const names = new Set([...css.matchAll(/url\(images\/([^)]+)\)/g)].map(match => match[1]))
  mkdirSync(join(target, 'images'))
  for (const name of names) cpSync(join(MOJ, 'moj/assets/images', name), join(target, 'images', name))
}

function mit(name, holder) {
  const { version, license } = JSON.parse(read(join(name, 'package.json')))
  if (license !== 'MIT') throw new Error(`${name} changed its licence to ${license}: check before use`)
  return `Version ${version}, with fonts, crowns and crests taken out.

The MIT License (MIT)

Copyright (C) ${holder}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and
associated documentation files (the "Software"), to deal in the Software without restriction,
including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense,
and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so,
subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial
portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT
LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN
NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY,
WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE
SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
`
}

function refuseLeftovers(name, css) {
  const leftover = css.match(/GDS|@font-face|crest\.svg|url\((?!images\/)[^)]*\)/)
  if (leftover) throw new Error(`${name} still holds ${leftover[0]}`)
}

rmSync(target, { recursive: true, force: true })
mkdirSync(target, { recursive: true })

const govuk = style(join(GOVUK, 'dist/govuk/govuk-frontend.min.css'))
const moj = style(join(MOJ, 'moj/moj-frontend.min.css'))
refuseLeftovers('govuk-frontend.min.css', govuk)
refuseLeftovers('moj-frontend.min.css', moj)

write('govuk-frontend.min.css', govuk)
write('moj-frontend.min.css', moj)
images(moj)
write('govuk-frontend.min.js', script(join(GOVUK, 'dist/govuk/govuk-frontend.min.js')))
write('moj-frontend.min.js', script(join(MOJ, 'moj/moj-frontend.min.js')))
write('htmx.min.js', script(join(HTMX, 'dist/htmx.min.js')))
write('hx-sse.min.js', script(join(HTMX, 'dist/ext/hx-sse.min.js')))

write('LICENSE.govuk-frontend.txt', mit(GOVUK, '2017 Crown Copyright (Government Digital Service)'))
write('LICENSE.moj-frontend.txt', mit(MOJ, '2021 dxw'))
write('LICENSE.htmx.txt', read(join(HTMX, 'LICENSE')))
