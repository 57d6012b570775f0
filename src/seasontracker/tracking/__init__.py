"""What follows from the claims on the clock's day; pure."""
