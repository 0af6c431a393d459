import assert from 'node:assert/strict'
import type {Element} from '../../../src/summary/formats/markup.ts'
import {toHtml} from '../../../src/summary/formats/markup.ts'
import {capital, table, type Picture} from '../../../src/summary/formats/outline.ts'
import {goalTimeline} from '../../../src/summary/pictures/goal-timeline.ts'
import {ownScale} from '../../../src/summary/pictures/own-scale.ts'
import {resourceMap} from '../../../src/summary/pictures/resource-map.ts'
import {strengthGoalLinks} from '../../../src/summary/pictures/strength-goal-links.ts'
import {weekStrip} from '../../../src/summary/pictures/week-strip.ts'
import {dueOf} from '../../../src/summary/readers/next-lines.ts'
import {GROUP_TITLES} from '../../../src/summary/standing-words.ts'
import type {PersonPage} from '../../../src/summary/summary.ts'
import {addDays} from '../../../src/core/time/calendar.ts'
import {day, pageOf} from '../folded.ts'

const mapOf = (page: PersonPage): Picture | undefined =>
  resourceMap(page, {
    groups: GROUP_TITLES,
    middle: 'You',
    toTable: (placed) => ({
      ...table('Around', ['What'], []),
      rows: placed.map(({resource}) => ({
        cells: [[{tone: 'plain', text: capital(resource.name)}]],
        refs: [],
      })),
    }),
  })
const DRAW: Readonly<Record<string, (page: PersonPage) => Picture | undefined>> = {
  'resource map': mapOf,
  'goal timeline': goalTimeline,
  'own scale': ownScale,
  'strengths and goals': strengthGoalLinks,
  'week strip': (page) => weekStrip(dueOf(page), page.asOf),
}

const FULL = {
  '2026-05-05': `
goals: [{id: g-work, words: Work again, progress: {rating: 3, by: person}}]
resources: [{name: sister, kind: family, status: active}, {name: shelter, kind: housing, status: idea}]
strengths: [{name: humor, used_for: [g-work], evidence: Laughed}]`,
  '2026-07-14': `
goals:
  - {id: g-work, status: active, progress: {rating: 6, by: person}, actions: [{what: Call, who: person, by: 2026-07-25}]}
  - {id: g-home, words: A door with my own key, status: reached, strengths: [humor, persistence]}
wins: [{what: Went in, goals: [g-work]}]
follow_up: {on: 2026-07-28, start: 14:00}`,
}
const svgOf = (picture: Picture | undefined): string => toHtml((picture as Picture).drawing)
const count = (made: string, part: RegExp): number => made.match(part)?.length ?? 0

/** Every element of a drawing. */
const elements = (element: Element): Element[] => [
  element,
  ...element.children.flatMap((child) => (child.type === 'element' ? elements(child) : [])),
]

describe('pictures', () => {
  for (const [name, draw] of Object.entries(DRAW)) {
    it(`${name}: has a title, a description and the same in words`, () => {
      const picture = draw(pageOf(FULL))
      assert.ok(picture)
      const made = svgOf(picture)
      assert.match(made, /^<svg[^>]* role="img" aria-labelledby="([\w-]+)-name \1-about"/)
      assert.match(made, /<title id="[\w-]+-name">[^<]+<\/title><desc id="[\w-]+-about">[^<]+<\/desc>/)
      assert.ok(picture.table.rows.length > 0)
    })

    it(`${name}: is the same each time`, () => {
      assert.equal(svgOf(draw(pageOf(FULL))), svgOf(draw(pageOf(FULL))))
    })

    it(`${name}: takes its colour from the text around it, and holds no script or style`, () => {
      const picture = draw(pageOf(FULL))
      for (const {tagName, properties} of elements((picture as Picture).drawing)) {
        assert.match(tagName, /^(?:svg|title|desc|g|path|circle|rect|text)$/)
        for (const [key, value] of Object.entries(properties)) {
          if (key === 'fill' || key === 'stroke')
            assert.match(String(value), /^(?:none|currentColor|var\(--paper, Canvas\))$/)
          assert.doesNotMatch(key, /^(?:on|style|href)/i)
          assert.doesNotMatch(String(value), /NaN|undefined|Infinity|\d\.\d{3}/)
        }
      }
    })

    it(`${name}: is drawn for a phone, with letters of 10 pixels or more`, () => {
      const drawn = elements((draw(pageOf(FULL)) as Picture).drawing)
      assert.match(String(drawn[0]?.properties['viewBox']), /^0 0 360 /)
      for (const {tagName, properties} of drawn)
        if (tagName === 'text') assert.ok(Number(properties['fontSize']) >= 10)
    })

    it(`${name}: is not there where there is nothing to draw`, () => {
      assert.equal(draw(pageOf({'2026-07-01': 'place: library'})), undefined)
    })

    it(`${name}: shows hostile text as text, and cuts what has no end`, () => {
      const hostile = '</svg><script>alert(1)</script>'
      const long = 'x'.repeat(1_000_000)
      for (const text of [hostile, long, '\u202Egpj.exe', '\u0000', '"'.repeat(9)]) {
        const quoted = JSON.stringify(text)
        const page = pageOf({
          '2026-07-01': `
goals: [{words: ${quoted}, strengths: [${quoted}], progress: {rating: 1, by: person, says: ${quoted}}, actions: [{what: ${quoted}, by: 2026-07-25, who: ${quoted}}]}]
resources: [{name: ${quoted}, kind: family, status: active, next: ${quoted}, next_by: 2026-07-24}]
follow_up: {on: 2026-07-28, place: ${quoted}}`,
        })
        const made = svgOf(draw(page))
        assert.doesNotMatch(made, /<script/)
        assert.ok(made.length < 30_000)
        for (const override of made.matchAll(/\u202E[^<]*/g)) assert.match(override[0], /\u202C\u2069$/)
      }
    })
  }
})

describe('the resource map', () => {
  const kinds = (names: readonly string[], status: string): string =>
    `resources: [${names.map((name) => `{name: ${name}, kind: family, status: ${status}}`).join(', ')}]`

  it('has each thing in the sector of its group, nearer to the middle the more it is in use', () => {
    const made = svgOf(
      mapOf(
        pageOf({
          '2026-07-01': `resources: [{name: a, kind: family, status: active}, {name: b, kind: family, status: waiting}, {name: c, kind: family, status: idea}]`,
        }),
      ),
    )
    assert.equal(count(made, /stroke-dasharray="2 2"/g), 3)
    const heights = [...made.matchAll(/<circle cx="180" cy="([\d.]+)" r="8.5"/g)].map(([, y]) => Number(y))
    assert.deepEqual(
      heights.toSorted((a, b) => b - a),
      heights,
    )
    assert.equal(heights.length, 3)
  })

  it('leaves out what has ended or was not a fit', () => {
    assert.equal(
      mapOf(
        pageOf({
          '2026-07-01':
            'resources: [{name: a, kind: family, status: ended}, {name: b, kind: family, status: not-a-fit}]',
        }),
      ),
      undefined,
    )
  })

  it('draws eight in a sector so that none lies over another, in any ring, and lists nine', () => {
    const eight = 'abcdefgh'.split('')
    for (const status of ['active', 'waiting', 'idea']) {
      const made = svgOf(mapOf(pageOf({'2026-07-01': kinds(eight, status)})))
      const places = [...made.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)" r="8.5"/g)]
        .slice(0, 8)
        .map(([, x, y]) => [Number(x), Number(y)] as const)
      assert.equal(places.length, 8)
      for (const [index, [x, y]] of places.entries())
        for (const [otherX, otherY] of places.slice(index + 1))
          assert.ok(Math.hypot(x - otherX, y - otherY) >= 16, status)
    }
    const nine = svgOf(mapOf(pageOf({'2026-07-01': kinds([...eight, 'i'], 'active')})))
    assert.match(nine, />9, listed</)
    assert.equal(count(nine, /r="8.5"/g), 0)
  })
})

describe('the timeline of goals', () => {
  const bars = (made: string): number => count(made, /stroke-width="4"/g)

  it('has a gap where notes do not speak of a goal for a month', () => {
    const page = (days: readonly string[]): PersonPage =>
      pageOf(Object.fromEntries(days.map((day) => [day, 'goals: [{id: g-1, words: Rest}]'])))
    assert.equal(bars(svgOf(goalTimeline(page(['2026-05-01', '2026-05-20', '2026-06-10'])))), 1)
    assert.equal(bars(svgOf(goalTimeline(page(['2026-05-01', '2026-05-20', '2026-07-10'])))), 2)
  })

  it('tells in words each change, session and win', () => {
    const [work] = goalTimeline(pageOf(FULL))?.table.rows ?? []
    assert.deepEqual(
      work?.cells.slice(1).map((phrases) => phrases.map(({text}) => text).join(' ')),
      ['named 5 May, active 14 Jul', '5 May, 14 Jul', '14 Jul'],
    )
  })
})

describe('the timeline of a long time', () => {
  it('stays small, in the picture and in words', () => {
    const days = Array.from({length: 700}, (_, index) => addDays(day('2024-01-01'), index))
    const page = pageOf(Object.fromEntries(days.map((on) => [on, 'goals: [{id: g-1, words: Rest}]'])))
    const picture = goalTimeline(page)
    assert.ok(svgOf(picture).length < 40_000)
    assert.match(picture?.table.rows[0]?.cells[2]?.[0]?.text ?? '', /^688 earlier, /)
  })
})

describe('the own scale', () => {
  const lines = (yaml: readonly string[]): number =>
    count(
      svgOf(
        ownScale(
          pageOf(
            Object.fromEntries(
              yaml.map((progress, index) => [
                `2026-0${index + 5}-01`,
                `goals: [{id: g-1, words: Rest, progress: ${progress}}]`,
              ]),
            ),
          ),
        ),
      ),
      /stroke-width="1.5"/g,
    )

  it('joins the person’s ratings on one scale, and leaves out all others', () => {
    assert.equal(lines(['{rating: 3, by: person}', '{rating: 5, by: person}']), 1)
    assert.equal(
      lines(['{rating: 3, by: person}', '{rating: 5, by: specialist}', '{rating: 4, by: person}']),
      1,
    )
    assert.equal(lines(['{rating: 3, by: person}', '{rating: 30, of: 100, by: person}']), 0)
    assert.equal(
      ownScale(pageOf({'2026-07-01': 'goals: [{words: Rest, progress: {rating: 3, by: specialist}}]'})),
      undefined,
    )
  })
})

describe('the strip of the next two weeks', () => {
  it('has what is planned for these days, and not what comes later or is past', () => {
    const page = pageOf({
      '2026-07-01': `
goals: [{words: Rest, actions: [{what: Past, by: 2026-07-20}, {what: Last day, by: 2026-08-03}, {what: Later, by: 2026-08-04}]}]
follow_up: {on: 2026-07-21, start: 9:30}`,
    })
    const picture = weekStrip(dueOf(page), page.asOf)
    assert.deepEqual(
      picture?.table.rows.map(({cells}) => cells.map((phrases) => phrases.map(({text}) => text).join(' '))),
      [
        ['Tue 21 Jul, 9:30', '', 'session'],
        ['Mon 3 Aug', 'Last day', 'other step'],
      ],
    )
  })
})
