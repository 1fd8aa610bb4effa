/** What the rules of layout have in common: points, segments and rectangles of a diagram. */

/** The pieces of a flow, each from one point to the next. */
function segments({ waypoint }) {
  return waypoint.slice(1).map((point, index) => [waypoint[index], point]);
}

/** The four sides of a rectangle. */
function outline({ x, y, width, height }) {
  const corners = [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height }
  ];

  return corners.map((corner, index) => [corner, corners[(index + 1) % 4]]);
}

/** Whether one of some segments touches one of the others. */
function meet(some, others) {
  return some.some(([a, b]) => others.some(([c, d]) =>
    side(a, b, c) * side(a, b, d) <= 0
      && side(c, d, a) * side(c, d, b) <= 0
      && share(a.x, b.x, c.x, d.x)
      && share(a.y, b.y, c.y, d.y)
  ));
}

/** Whether two rectangles have more in common than an edge. */
function overlap(one, other) {
  return one.x < other.x + other.width
    && other.x < one.x + one.width
    && one.y < other.y + other.height
    && other.y < one.y + one.height;
}

/** Whether the rectangle lies within the other one, its edges apart. */
function within(inner, outer) {
  return inner.x > outer.x
    && inner.y > outer.y
    && inner.x + inner.width < outer.x + outer.width
    && inner.y + inner.height < outer.y + outer.height;
}

/** On which side of the line a-b the point c lies; 0 on it. */
function side(a, b, c) {
  return Math.sign((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x));
}

function share(a, b, c, d) {
  return Math.max(Math.min(a, b), Math.min(c, d)) <= Math.min(Math.max(a, b), Math.max(c, d));
}

module.exports = { meet, outline, overlap, segments, within };
