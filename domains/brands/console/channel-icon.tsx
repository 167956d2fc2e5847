import { Camera, Mail, MessageCircle, MessageSquare, Phone, Star } from 'lucide-react';
import type { ReactElement } from 'react';

const icons: Readonly<Record<string, ReactElement>> = {
  mail: <Mail />,
  phone: <Phone />,
  'message-circle': <MessageCircle />,
  camera: <Camera />,
  star: <Star />,
};

/** The sign a channel names for itself; a neutral one where the console has no such picture. */
export function channelIcon(name: string): ReactElement {
  return icons[name] ?? <MessageSquare />;
}
