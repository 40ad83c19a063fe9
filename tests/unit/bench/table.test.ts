import { expect, it } from 'vitest';
import { digits, markdownTable, textTable } from '../../bench/table';

const table = { title: 'Times', head: ['method', 'ms'], rows: [['a|b', '9.50'], ['mark.js', '2,535']] };

it('as text, numbers end where the column ends', () => {
  expect(textTable(table).split('\n')).toEqual(['Times', 'method      ms', '-------  -----', 'a|b       9.50', 'mark.js  2,535']);
});

it('as Markdown, a bar in a cell divides nothing', () => {
  expect(markdownTable(table).split('\n').slice(2)).toEqual(['| method | ms |', '| --- | ---: |', '| a\\|b | 9.50 |', '| mark.js | 2,535 |']);
});

it('figures have three digits, and what was not measured has none', () => {
  expect([0.054, 9.4, 24.04, 2535.4, undefined].map(digits)).toEqual(['0.05', '9.40', '24.0', '2,535', '']);
});
