/**
 * A gate with a fixed capacity that is shared fairly. A lane (a token, a member, an address) holds at most its share of the
 * capacity, and so does a group of lanes (an account). A request that finds no room waits in its own lane; the lanes take
 * turns, so that a lane with a long line delays no other. The gate itself refuses nothing: it says whether there was room.
 */
export interface Lane {
  readonly id: string;
  /** Lanes with the same group have a share in common as well. */
  readonly group?: string | undefined;
}

export interface Gate {
  /**
   * Takes `units` for the lane, at once or after a wait, and tells how many: more than the lane's share count as the whole
   * share. 0 when the lane's line is full or the wait was too long.
   */
  enter(lane: Lane, units?: number): number | Promise<number>;
  /** Takes `units` whether there is room or not: what comes after them waits longer. */
  take(lane: Lane, units: number): void;
  leave(lane: Lane, units: number): void;
  /** Units that the lane holds; more than its share where some were taken without asking. */
  heldBy(lane: Lane): number;
  /** Units that all lanes hold, and requests that wait. */
  readonly held: () => number;
  readonly waiting: () => number;
}

export interface GateOptions {
  /** Units that all lanes hold together at most. */
  readonly capacity: number;
  readonly perLane: number;
  readonly perGroup: number;
  /** Milliseconds that a request waits at most. */
  readonly patienceMs: number;
  /** Requests that may wait in one lane. */
  readonly longestLine: number;
}

interface Waiting {
  readonly units: number;
  readonly admit: () => void;
}

interface LaneState {
  held: number;
  readonly group: string | undefined;
  /** In order; a `Set`, so that one that gives up leaves from the middle. */
  readonly line: Set<Waiting>;
}

export function createGate({ capacity, perLane, perGroup, patienceMs, longestLine }: GateOptions): Gate {
  const lanes = new Map<string, LaneState>();
  const groups = new Map<string, number>();
  /** Lanes with a line, the one whose turn is next first. */
  const turns = new Set<LaneState>();
  let held = 0;
  let waiting = 0;
  /** Whether the lane whose turn it is waits for capacity: nobody may overtake it then. */
  let isFull = false;

  const weigh = (units: number) => Math.max(1, Math.min(units, perLane, perGroup, capacity));

  const laneOf = ({ id, group }: Lane): LaneState => {
    const known = lanes.get(id);
    if (known) return known;
    const made: LaneState = { held: 0, group, line: new Set() };
    lanes.set(id, made);
    return made;
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

  /** Admits the requests that there is room for, one of each lane in turn. A lane within its share is never overtaken. */
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
      const one: Waiting = { units, admit: () => settle(units) };
      const timer = setTimeout(() => {
        lane.line.delete(one);
        if (lane.line.size === 0) turns.delete(lane);
        settle(0);
        // The one behind may need less, and it may be another lane's turn.
        admitWaiting();
      }, patienceMs);
      waiting += 1;
      lane.line.add(one);
      turns.add(lane);
    });

  return {
    enter(lane, asked = 1) {
      const units = weigh(asked);
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
