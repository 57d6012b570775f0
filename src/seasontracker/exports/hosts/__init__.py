"""What hosts read: headers and redirects, in each one's own files."""

from seasontracker.exports.hosts.hosts import HOSTS, Host, chosen_hosts, host_files
from seasontracker.exports.hosts.rules import HostRules, Redirect, host_rules

__all__ = ["HOSTS", "Host", "HostRules", "Redirect", "chosen_hosts", "host_files", "host_rules"]
