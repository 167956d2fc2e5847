import type { House, Topic } from '#platform/domain';

/** Most rooms one screen may follow: a rail of queues, a list and some open tabs are a dozen. */
export const roomsLimit = 100;
const roomNameLimitChars = 200;

/** The topic a room belongs to; null for what is no room of the house. */
export function topicOf(house: House, room: unknown): Topic | null {
  if (typeof room !== 'string' || room.length > roomNameLimitChars) return null;
  const colon = room.indexOf(':');
  return colon > 0 && colon < room.length - 1 ? (house.topics.get(room.slice(0, colon)) ?? null) : null;
}

/** The room of one subject. */
export function ownRoom(topic: string, subjectId: string): string {
  return `${topic}:${subjectId}`;
}

/** A room inside its workspace, as the socket server knows it: no name may reach another workspace's room. */
export function roomKey(workspaceId: string, room: string): string {
  return `${workspaceId}/${room}`;
}

/** Everyone in a workspace who follows anything of a topic. The empty name cannot be joined from outside. */
export function followersKey(workspaceId: string, topic: string): string {
  return roomKey(workspaceId, `${topic}:`);
}

/** The rooms a row is in, its own first; a list room that is not the topic's own is our mistake. */
export function roomsOf(topic: Topic, subjectId: string, row: unknown): readonly string[] {
  const lists = row === null ? [] : topic.rooms(row);
  const foreign = lists.find((room) => !room.startsWith(`${topic.name}:`));
  if (foreign !== undefined)
    throw new Error(`The topic "${topic.name}" put a row into "${foreign}", a room of another topic.`);
  return [ownRoom(topic.name, subjectId), ...lists];
}
