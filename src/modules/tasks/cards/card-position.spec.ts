import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Neighbours, POSITION_GAP, positionBetween } from './card-position.js';

describe('the position of a card', () => {
  const cases: [name: string, neighbours: Neighbours, position: number | undefined][] = [
    ['alone', { above: null, below: null }, POSITION_GAP],
    ['at the end', { above: 7, below: null }, 7 + POSITION_GAP],
    ['at the top', { above: null, below: 7 }, 7 - POSITION_GAP],
    ['in between', { above: 10, below: 21 }, 15],
    ['in between below zero', { above: -20, below: -9 }, -15],
    ['where there is room for one', { above: 10, below: 12 }, 11],
    ['where there is no room', { above: 10, below: 11 }, undefined],
    ['where there is no room below zero', { above: -11, below: -10 }, undefined],
    ['past the end of exact numbers', { above: 2 ** 52 - 1, below: null }, undefined],
    ['past their beginning', { above: null, below: 1 - 2 ** 52 }, undefined],
  ];
  for (const [name, neighbours, position] of cases) {
    it(name, () => {
      assert.equal(positionBetween(neighbours), position);
    });
  }
});
