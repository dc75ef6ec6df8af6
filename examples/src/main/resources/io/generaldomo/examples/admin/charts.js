'use strict';
// Line charts of up to two minutes, in SVG. A series is {css, values}: its class, and a number a second, the newest last.
const SECONDS = 120;
const FEWEST = 30;
const SVG = 'http://www.w3.org/2000/svg';

// The smallest round number that is not below.
function roundUp(value) {
  if (value <= 1) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 1.5, 2, 3, 4, 5, 6, 8, 10].map(factor => factor * power).find(round => round >= value);
}

function element(parent, name, attributes) {
  const made = document.createElementNS(SVG, name);
  for (const key in attributes) made.setAttribute(key, attributes[key]);
  parent.append(made);
  return made;
}

// A page that has just been opened shows half a minute; the time that is shown grows with what there is to see.
function span(series) {
  return Math.max(FEWEST, ...series.map(one => one.values.length));
}

function points(values, seconds, left, right, top, bottom, most) {
  const step = (right - left) / (seconds - 1);
  return values.map((value, i) => {
    const x = right - (values.length - 1 - i) * step;
    return x.toFixed(1) + ',' + (bottom - Math.min(value / most, 1) * (bottom - top)).toFixed(1);
  });
}

function lines(svg, series, left, right, top, bottom, most) {
  const seconds = span(series);
  for (const {css, values} of series) {
    if (values.length === 0 || css === 'c' && Math.max(...values) === 0) continue;
    const path = points(values, seconds, left, right, top, bottom, most);
    if (css === 'a') {
      const first = path[0].split(',')[0];
      element(svg, 'path', {class: 'area a', d: 'M' + first + ',' + bottom + 'L' + path.join('L') + 'L' + right + ',' + bottom + 'Z'});
    }
    element(svg, 'path', {class: 'line ' + css, d: 'M' + path.join('L')});
  }
}

function drawChart(svg, series, format) {
  const {width, height} = svg.getBoundingClientRect();
  if (width === 0) return;
  const most = roundUp(Math.max(0, ...series.flatMap(one => one.values)));
  const left = 44, right = width - 4, top = 10, bottom = height - 20;
  svg.replaceChildren();
  svg.setAttribute('viewBox', '0 0 ' + width + ' ' + height);
  svg.dataset.points = Math.max(0, ...series.map(one => one.values.length));
  for (const part of [0, .5, 1]) {
    const y = bottom - part * (bottom - top);
    element(svg, 'line', {class: 'grid', x1: left, x2: right, y1: y, y2: y});
    element(svg, 'text', {x: left - 8, y: y + 4, 'text-anchor': 'end'}).textContent = format(most * part);
  }
  const seconds = span(series);
  for (const [part, anchor] of [[1, 'start'], [.5, 'middle'], [0, 'end']]) {
    const ago = Math.round(seconds * part);
    const x = right - (right - left) * part;
    element(svg, 'text', {x, y: height - 4, 'text-anchor': anchor}).textContent = ago === 0 ? 'now' : ago + ' s ago';
  }
  lines(svg, series, left, right, top, bottom, most);
}

function drawSpark(svg, values) {
  svg.replaceChildren();
  svg.setAttribute('viewBox', '0 0 96 22');
  lines(svg, [{css: 'a', values}], 1, 95, 2, 20, Math.max(1, ...values));
}
