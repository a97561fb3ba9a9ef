/**
 * A gate with a fixed capacity that is shared fairly. A lane (a token, a member, an address) holds at most its share of the
 * capacity, and so does a group of lanes (an account). A request that finds no room waits in its own lane. The lanes take
 * turns, so that a lane with a long line does not delay others. The gate refuses nothing by itself: it says whether there was
 * room.
 */
export interface Lane {
  readonly id: string;
  /** Lanes with the same group also have a common share. */
  readonly group?: string | undefined;
}

export interface Gate {
  /**
   * Takes `units` for the lane, at once or after a wait, and returns how many. A request for more than the lane's share takes
   * the whole share. Returns 0 if the lane's line is full or the wait was too long.
   */
  enter(lane: Lane, units?: number): number | Promise<number>;
  /** Takes `units` even if there is no room. Later requests then wait longer. */
  take(lane: Lane, units: number): void;
  leave(lane: Lane, units: number): void;
  /** The units that the lane holds. They can exceed its share after `take`. */
  heldBy(lane: Lane): number;
  /** The units that all lanes hold, and the number of waiting requests. */
  readonly held: () => number;
  readonly waiting: () => number;
}

export interface GateOptions {
  /** The most units that all lanes may hold together. */
  readonly capacity: number;
  readonly perLane: number;
  readonly perGroup: number;
  /** The longest that a request waits, in milliseconds. */
  readonly longestWaitMs: number;
  /** The most requests that may wait in one lane. */
  readonly longestLine: number;
}

interface Waiting {
  readonly units: number;
  readonly admit: () => void;
}

interface LaneState {
  held: number;
  readonly group: string | undefined;
  /** Waiting requests in order. A `Set`, so that one that gives up can leave from the middle. */
  readonly line: Set<Waiting>;
}

export function createGate({ capacity, perLane, perGroup, longestWaitMs, longestLine }: GateOptions): Gate {
  const lanes = new Map<string, LaneState>();
  const groups = new Map<string, number>();
  /** Lanes with a waiting line. The first one has the next turn. */
  const turns = new Set<LaneState>();
  let held = 0;
  let waiting = 0;
  /** Whether the lane with the next turn waits for capacity. Then no other lane may overtake it. */
  let isFull = false;

  const weigh = (units: number) => Math.min(units, perLane, perGroup, capacity);

  const laneOf = ({ id, group }: Lane): LaneState => {
    const known = lanes.get(id);
    if (known) return known;
    const lane: LaneState = { held: 0, group, line: new Set() };
    lanes.set(id, lane);
    return lane;
  };

  const isWithinShare = (lane: LaneState, units: number) =>
    lane.held + units <= perLane && (lane.group === undefined || (groups.get(lane.group) ?? 0) + units <= perGroup);

  const hold = (lane: LaneState, units: number) => {
    held += units;
    lane.held += units;
    if (lane.group === undefined) return;
    const ofGroup = (groups.get(lane.group) ?? 0) + units;
    if (ofGroup > 0) groups.set(lane.group, ofGroup);
    else groups.delete(lane.group);
  };

  /** Admits requests as long as there is room, one from each lane in turn. A lane within its share is never overtaken. */
  const admitWaiting = () => {
    isFull = false;
    let passed = 0;
    while (passed < turns.size) {
      const [lane] = turns;
      const [first] = lane?.line ?? [];
      if (!lane || !first) return;
      const room = isWithinShare(lane, first.units);
      if (room && held + first.units > capacity) {
        isFull = true;
        return;
      }
      turns.delete(lane);
      if (!room) {
        passed += 1;
        turns.add(lane);
        continue;
      }
      passed = 0;
      lane.line.delete(first);
      if (lane.line.size > 0) turns.add(lane);
      hold(lane, first.units);
      first.admit();
    }
  };

  const wait = (lane: LaneState, units: number): Promise<number> =>
    new Promise((resolve) => {
      const settle = (taken: number) => {
        clearTimeout(timer);
        waiting -= 1;
        resolve(taken);
      };
      const request: Waiting = { units, admit: () => settle(units) };
      const timer = setTimeout(() => {
        lane.line.delete(request);
        if (lane.line.size === 0) turns.delete(lane);
        settle(0);
        // The next request may need less, and another lane may have the next turn.
        admitWaiting();
      }, longestWaitMs);
      waiting += 1;
      lane.line.add(request);
      turns.add(lane);
    });

  return {
    enter(lane, wanted = 1) {
      const units = weigh(wanted);
      const state = laneOf(lane);
      if (!isFull && state.line.size === 0 && held + units <= capacity && isWithinShare(state, units)) {
        hold(state, units);
        return units;
      }
      if (state.line.size >= longestLine) return 0;
      const admitted = wait(state, units);
      admitWaiting();
      return admitted;
    },
    take: (lane, units) => hold(laneOf(lane), units),
    leave({ id }, units) {
      const lane = lanes.get(id);
      if (!lane) throw new Error('the lane holds nothing that could be given back');
      hold(lane, -units);
      if (lane.held === 0 && lane.line.size === 0) lanes.delete(id);
      if (turns.size > 0) admitWaiting();
    },
    heldBy: ({ id }) => lanes.get(id)?.held ?? 0,
    held: () => held,
    waiting: () => waiting,
  };
}
